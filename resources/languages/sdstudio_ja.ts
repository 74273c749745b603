<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Third-party notices…</source>
        <translation>サードパーティーに関する通知(&amp;T)…</translation>
    </message>
    <message>
        <source>About sdstudio</source>
        <translation>sdstudioについて</translation>
    </message>
    <message>
        <source>Licensed under the Apache License 2.0.</source>
        <translation>Apache License 2.0に基づいて提供されています。</translation>
    </message>
    <message>
        <source>Makes pictures with Stable Diffusion and shows every denoising step. Everything happens on this computer.</source>
        <translation>Stable Diffusionで画像を生成し、ノイズ除去の各ステップを見せます。処理はすべてこのコンピューター上で行われます。</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>サードパーティーに関する通知</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>バージョン {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About sdstudio</source>
        <translation>sdstudioについて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Always keep the denoising</source>
        <translation>ノイズ除去の過程を常に残す(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Arrange panels</source>
        <translation>パネルを配置(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Branch from here…</source>
        <translation>ここから分岐(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Check the gallery…</source>
        <translation>ギャラリーをチェック(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>系譜(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full size</source>
        <translation>フルサイズ表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>ギャラリー(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import pictures…</source>
        <translation>画像をインポート(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep this step as a picture</source>
        <translation>このステップを画像として残す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation>サムネイルを大きく(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>モデル(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;No rating</source>
        <translation>評価なし(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pictures folder…</source>
        <translation>画像フォルダー(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Previews…</source>
        <translation>プレビュー(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>キュー(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>タグ(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use my GPU…</source>
        <translation>GPUを使う(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Usual thumbnails</source>
        <translation>サムネイルを標準サイズに(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;X-ray</source>
        <translation>X線(&amp;X)</translation>
    </message>
    <message>
        <source>Collectio&amp;ns…</source>
        <translation>コレクション(&amp;N)…</translation>
    </message>
    <message>
        <source>Cop&amp;y seed</source>
        <translation>シード値をコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy all settings as te&amp;xt</source>
        <translation>すべての設定をテキストとしてコピー(&amp;X)</translation>
    </message>
    <message>
        <source>Export pict&amp;ures…</source>
        <translation>画像をエクスポート(&amp;U)…</translation>
    </message>
    <message>
        <source>Fin&amp;d pictures</source>
        <translation>画像を検索(&amp;D)</translation>
    </message>
    <message>
        <source>How does this &amp;work?</source>
        <translation>仕組みの紹介(&amp;W)</translation>
    </message>
    <message>
        <source>Move to tr&amp;ash</source>
        <translation>ゴミ箱に移動(&amp;A)</translation>
    </message>
    <message>
        <source>Open mo&amp;del file…</source>
        <translation>モデルファイルを開く(&amp;D)…</translation>
    </message>
    <message>
        <source>R&amp;euse settings</source>
        <translation>設定を再利用(&amp;E)</translation>
    </message>
    <message>
        <source>Reuse on&amp;ly the seed</source>
        <translation>シード値だけを再利用(&amp;L)</translation>
    </message>
    <message>
        <source>Reuse only t&amp;he prompt</source>
        <translation>プロンプトだけを再利用(&amp;H)</translation>
    </message>
    <message>
        <source>Save pictu&amp;re as…</source>
        <translation>画像に名前を付けて保存(&amp;R)…</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>フォルダーで表示(&amp;I)</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>ログを表示(&amp;L)</translation>
    </message>
    <message>
        <source>Sur&amp;prise me</source>
        <translation>おまかせ(&amp;P)</translation>
    </message>
    <message>
        <source>Tell me about &amp;new versions</source>
        <translation>新しいバージョンを通知する(&amp;N)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>システムに合わせる(&amp;Y)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>比較(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;all details</source>
        <translation>すべての詳細をコピー(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics…</source>
        <translation>診断情報をコピー(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>プロンプトをコピー(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>値をコピー(&amp;V)</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>詳細(&amp;E)</translation>
    </message>
    <message>
        <source>Fa&amp;vourite</source>
        <translation>お気に入り(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the &amp;prompt</source>
        <translation>プロンプトへ移動(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the &amp;timeline</source>
        <translation>タイムラインへ移動(&amp;T)</translation>
    </message>
    <message>
        <source>Keep the &amp;denoising with the picture</source>
        <translation>ノイズ除去の過程を画像と一緒に残す(&amp;D)</translation>
    </message>
    <message>
        <source>Open m&amp;odel folder…</source>
        <translation>モデルフォルダーを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>P&amp;ixels</source>
        <translation>ピクセルを表示(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;lay or pause</source>
        <translation>再生／一時停止(&amp;L)</translation>
    </message>
    <message>
        <source>Reset to the &amp;model&apos;s settings</source>
        <translation>モデルの既定の設定に戻す(&amp;M)</translation>
    </message>
    <message>
        <source>Reuse settings &amp;without seed</source>
        <translation>シード値以外の設定を再利用(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;maller thumbnails</source>
        <translation>サムネイルを小さく(&amp;M)</translation>
    </message>
    <message>
        <source>Send to c&amp;ompare</source>
        <translation>比較に追加(&amp;O)</translation>
    </message>
    <message>
        <source>Show pictures &amp;folder</source>
        <translation>画像フォルダーを開く(&amp;F)</translation>
    </message>
    <message>
        <source>Stop &amp;everything</source>
        <translation>すべて停止(&amp;E)</translation>
    </message>
    <message>
        <source>Stop and &amp;keep</source>
        <translation>停止して残す(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Additions</name>
    <message>
        <source>Embedding</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>テキストエンコーダー</translation>
    </message>
    <message>
        <source>Text encoder 2</source>
        <translation>テキストエンコーダー2</translation>
    </message>
    <message>
        <source>Text encoder 3</source>
        <translation>テキストエンコーダー3</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>UNet</source>
        <translation>UNet</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
</context>
<context>
    <name>AdditionsControl</name>
    <message>
        <source>Choose: {part}</source>
        <translation>{part}を選択</translation>
    </message>
    <message>
        <source>Not used with this model: {names}. What is left out is used again with a model that it fits.</source>
        <translation>このモデルでは使いません：{names}。外したものは、対応するモデルを選ぶとまた使われます。</translation>
    </message>
    <message>
        <source>Of what is added to the model, this is not there or cannot be used: {names}. The add-ons in the panel say why.</source>
        <translation>モデルに追加するもののうち、次のものは見つからないか使えません：{names}。理由はパネルのアドオンに表示されています。</translation>
    </message>
    <message>
        <source>Open a LoRA</source>
        <translation>LoRAを開く</translation>
    </message>
    <message>
        <source>{name} (for {family})</source>
        <translation>{name}（{family}用）</translation>
    </message>
    <message>
        <source>“{name}” is not used any more.</source>
        <translation>「{name}」の使用をやめました。</translation>
    </message>
    <message>
        <source>“{name}” is not used: this model takes none of this kind ({kind}).</source>
        <translation>「{name}」は使いません。このモデルはこの種類（{kind}）に対応していません。</translation>
    </message>
    <message>
        <source>“{name}” is nothing that can be added to a model.</source>
        <translation>「{name}」はモデルに追加できるものではありません。</translation>
    </message>
    <message>
        <source>“{name}” is on the list, and used with a model that it fits.</source>
        <translation>「{name}」を一覧に加えました。対応するモデルで使われます。</translation>
    </message>
    <message>
        <source>“{name}” is used.</source>
        <translation>「{name}」を使用します。</translation>
    </message>
    <message>
        <source>“{word}” stands for it in the prompt.</source>
        <translation>プロンプトでは「{word}」と書くと使われます。</translation>
    </message>
</context>
<context>
    <name>AdditionsSection</name>
    <message>
        <source>Add a LoRA</source>
        <translation>LoRAを追加</translation>
    </message>
    <message>
        <source>Add-&amp;ons</source>
        <translation>アドオン(&amp;O)</translation>
    </message>
    <message>
        <source>Add-&amp;ons ({count})</source>
        <translation>アドオン（{count}）(&amp;O)</translation>
    </message>
    <message>
        <source>All {count} in the window of models…</source>
        <translation>全{count}件をモデルのウィンドウで表示…</translation>
    </message>
    <message>
        <source>Embeddings in the prompts: {words}</source>
        <translation>プロンプト内の埋め込み：{words}</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>No others in your folders of models</source>
        <translation>モデルのフォルダーにほかのLoRAはありません</translation>
    </message>
    <message>
        <source>Not used: it is for {family}.</source>
        <translation>未使用：{family}用です。</translation>
    </message>
    <message>
        <source>Not used: this model takes none.</source>
        <translation>未使用：このモデルは対応していません。</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>ファイルを開く(&amp;F)…</translation>
    </message>
    <message>
        <source>{name}: for {family}</source>
        <translation>{name}：{family}用</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>(beginning)</source>
        <translation>（先頭）</translation>
    </message>
    <message>
        <source>(end)</source>
        <translation>（末尾）</translation>
    </message>
</context>
<context>
    <name>AttentionPane</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Lnトークン</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>層(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Opacity of the map</source>
        <translation>マップの不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Replay with attention</source>
        <translation>アテンションを記録して再実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>ステップ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>すべての層</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>すべてのステップ</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>アテンション</translation>
    </message>
    <message>
        <source>Attention from {low} % (dark) to {high} % (bright), {width} × {height} places.</source>
        <translation>アテンション {low}%（暗い）～{high}%（明るい）、{width} × {height}か所。</translation>
    </message>
    <message>
        <source>Attention is too much to be kept while a picture is made. To look at it, the denoising is run a second time, so it takes as long again. The picture stays as it is, pixel by pixel.</source>
        <translation>アテンションは量が多く、画像の生成中には残せません。見るにはノイズ除去をもう一度実行するため、同じだけ時間がかかります。画像は1ピクセルも変わりません。</translation>
    </message>
    <message>
        <source>Choose one or more words above.</source>
        <translation>上で単語を1つ以上選んでください。</translation>
    </message>
    <message>
        <source>Click a spot of the picture to see which words it looked at.</source>
        <translation>画像の一点をクリックすると、そこがどの単語を見ていたかが分かります。</translation>
    </message>
    <message>
        <source>Every spot of the picture looks at every word and takes over what fits: bright is where the chosen words were looked at most.</source>
        <translation>画像の各位置はすべての単語を見て、合うものを取り込みます。明るいほど、選んだ単語がよく見られた場所です。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Make a picture first: attention is that of its denoising.</source>
        <translation>まず画像を生成してください。アテンションは、そのノイズ除去のときのものです。</translation>
    </message>
    <message>
        <source>Opacity of the map</source>
        <translation>マップの不透明度</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>再実行の進行状況</translation>
    </message>
    <message>
        <source>Replay with attention</source>
        <translation>アテンションを記録して再実行</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>ステップ {done}/{total}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>再実行を停止</translation>
    </message>
    <message>
        <source>The map itself</source>
        <translation>マップのみ</translation>
    </message>
    <message>
        <source>The picture with its attention map</source>
        <translation>アテンションマップを重ねた画像</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>This step ({step})</source>
        <translation>このステップ（{step}）</translation>
    </message>
    <message>
        <source>This step is the parent&apos;s; attention was kept of own ones.</source>
        <translation>このステップは親の画像のものです。アテンションは、この画像自身のステップの分だけ記録されています。</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>順番を待っています…</translation>
    </message>
    <message>
        <source>Word: {word}</source>
        <translation>単語：{word}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>単語</translation>
    </message>
    <message>
        <source>Words at a spot</source>
        <translation>その位置の単語</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{x} % from the left and {y} % from the top, {share} % of the attention goes to these, the rest to the mark at the beginning and to padding.</source>
        <translation>左から{x}%、上から{y}%の位置。アテンションの{share}%がこれらの単語に、残りは先頭の記号とパディングに向いています。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
    <message>
        <source>Close this notice; {count} more</source>
        <translation>このお知らせを閉じる（ほか{count}件）</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ほか{count}件</translation>
    </message>
</context>
<context>
    <name>BranchDialog</name>
    <message>
        <source>&amp;Branch</source>
        <translation>分岐(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fresh noise</source>
        <translation>新しいノイズ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guidance scale</source>
        <translation>ガイダンススケール(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>ネガティブプロンプト(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>プロンプト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scheduler</source>
        <translation>スケジューラー(&amp;S)</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分岐</translation>
    </message>
    <message>
        <source>Branch from step {index}</source>
        <translation>ステップ {index}から分岐</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Class of the scheduler</source>
        <translation>スケジューラーのクラス</translation>
    </message>
    <message>
        <source>Fresh noise</source>
        <translation>新しいノイズ</translation>
    </message>
    <message>
        <source>From step {index} on with {changes}: all steps are done anew.</source>
        <translation>ステップ {index}から変更（{changes}）：すべてのステップをやり直します。</translation>
    </message>
    <message numerus="yes">
        <source>From step {index} on with {changes}; the %Ln step(s) before stay as they are.</source>
        <translation>
            <numerusform>ステップ {index}から変更（{changes}）：その前の%Lnステップはそのままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>From step {index} on with {changes}; the step before stays as it is.</source>
        <translation>ステップ {index}から変更（{changes}）：その前の1ステップはそのままです。</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>ガイダンススケール</translation>
    </message>
    <message>
        <source>Keep what the picture looks like at this step, and put other noise on it</source>
        <translation>このステップでの画像の見た目を保ち、別のノイズを加えます</translation>
    </message>
    <message>
        <source>Make this picture</source>
        <translation>この画像を生成</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>新しいランダムなシード値</translation>
    </message>
    <message>
        <source>Nothing changed: it goes on as before, now to the last step.</source>
        <translation>変更なし：これまでと同じ設定で、最後のステップまで続けます。</translation>
    </message>
    <message>
        <source>Nothing changed: the same picture comes out.</source>
        <translation>変更なし：同じ画像になります。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>シード値(&amp;E)</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>スケジューラー</translation>
    </message>
    <message>
        <source>Seed of the fresh noise</source>
        <translation>新しいノイズのシード値</translation>
    </message>
    <message>
        <source>Step {index} of {total}</source>
        <translation>ステップ {index}/{total}</translation>
    </message>
    <message>
        <source>The other scheduler goes on at its nearest noise level.</source>
        <translation>別のスケジューラーは、最も近いノイズレベルから続けます。</translation>
    </message>
    <message>
        <source>The picture foreseen at this step</source>
        <translation>このステップでの予測画像</translation>
    </message>
    <message>
        <source>What the picture should not show</source>
        <translation>画像に描いてほしくないもの</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>結果の見込み</translation>
    </message>
    <message>
        <source>another guidance scale</source>
        <translation>別のガイダンススケール</translation>
    </message>
    <message>
        <source>another negative prompt</source>
        <translation>別のネガティブプロンプト</translation>
    </message>
    <message>
        <source>another prompt</source>
        <translation>別のプロンプト</translation>
    </message>
    <message>
        <source>another scheduler</source>
        <translation>別のスケジューラー</translation>
    </message>
    <message>
        <source>fresh noise</source>
        <translation>新しいノイズ</translation>
    </message>
</context>
<context>
    <name>CalmPage</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>キャンバス</translation>
    </message>
</context>
<context>
    <name>CanvasPane</name>
    <message>
        <source>Empty: no picture has been made yet.</source>
        <translation>空：まだ画像がありません。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Show what is being made</source>
        <translation>生成中の画像を表示</translation>
    </message>
    <message>
        <source>branched at step {step}</source>
        <translation>ステップ {step}で分岐</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>ステップ {step}で停止</translation>
    </message>
    <message>
        <source>{width} × {height} · no settings in the file</source>
        <translation>{width} × {height} · ファイルに設定なし</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Channel {number}</source>
        <translation>チャンネル {number}</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{shape} numbers, from −{end} (blue) over 0 (white) to {end} (orange); mean {mean}, spread {spread}.</source>
        <translation>{shape}個の数値、−{end}（青）～0（白）～{end}（オレンジ）。平均 {mean}、ばらつき {spread}。</translation>
    </message>
</context>
<context>
    <name>CheckControl</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>ギャラリーから外す</translation>
    </message>
    <message>
        <source>Many pictures would leave</source>
        <translation>多くの画像が外れます</translation>
    </message>
    <message>
        <source>The gallery could not be checked</source>
        <translation>ギャラリーをチェックできませんでした</translation>
    </message>
    <message>
        <source>The gallery could not be repaired</source>
        <translation>ギャラリーを修復できませんでした</translation>
    </message>
    <message>
        <source>The repair of the gallery has ended. The database as it was before is kept as “{path}”.</source>
        <translation>ギャラリーの修復が終わりました。修復前のデータベースは「{path}」に残してあります。</translation>
    </message>
    <message numerus="yes">
        <source>{gone} of %Ln picture(s) would leave the gallery, since their files are gone. Nothing was changed.

Are the files only somewhere else, such as on a drive that is not plugged in? Then bring them back first and check again.</source>
        <translation>
            <numerusform>ファイルがないため、%Ln枚中{gone}枚の画像がギャラリーから外れることになります。まだ何も変更していません。

接続していないドライブなど、ファイルが別の場所にあるだけではありませんか？ その場合は、先にファイルを元に戻してから、もう一度チェックしてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修復(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>修復(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>問題はありません</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再チェック(&amp;A)</translation>
    </message>
    <message>
        <source>Check the gallery</source>
        <translation>ギャラリーのチェック</translation>
    </message>
    <message>
        <source>Checking the gallery</source>
        <translation>ギャラリーをチェック中</translation>
    </message>
    <message>
        <source>Copying the database, reading files…</source>
        <translation>データベースのコピーとファイルの読み取り…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) whose files are gone have left the gallery.</source>
        <translation>
            <numerusform>ファイルがなくなった%Ln枚の画像をギャラリーから外しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files and database agree on all %Ln picture(s).</source>
        <translation>
            <numerusform>%Ln枚の画像すべてで、ファイルとデータベースが一致しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>フォルダーを調べています…</translation>
    </message>
    <message>
        <source>Looking for files that the gallery does not know…</source>
        <translation>ギャラリーに登録されていないファイルを探しています…</translation>
    </message>
    <message>
        <source>Part of the repair was done; a check tells what is left.</source>
        <translation>修復は途中まで行われました。残りはチェックで確認できます。</translation>
    </message>
    <message>
        <source>Repairing the gallery</source>
        <translation>ギャラリーを修復中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>The database as it was before is kept as:</source>
        <translation>修復前のデータベースの保存先：</translation>
    </message>
    <message>
        <source>The gallery is repaired</source>
        <translation>ギャラリーを修復しました</translation>
    </message>
    <message>
        <source>There are no pictures yet, and nothing is left over.</source>
        <translation>画像はまだなく、不要なファイルも残っていません。</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln picture(s)</source>
        <translation>
            <numerusform>{done}/%Ln枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareControl</name>
    <message>
        <source>1 picture waits to be compared. Send another one to compare them.</source>
        <translation>1枚の画像が比較待ちです。もう1枚追加すると比較できます。</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Four pictures can be compared at a time; take one out first.</source>
        <translation>一度に比較できるのは4枚までです。先に1枚を外してください。</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>&amp;Make it and compare</source>
        <translation>生成して比較(&amp;M)</translation>
    </message>
    <message>
        <source>Another guidance scale</source>
        <translation>別のガイダンススケール</translation>
    </message>
    <message>
        <source>Another scheduler</source>
        <translation>別のスケジューラー</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>別のシード値</translation>
    </message>
    <message>
        <source>Click a step, or walk with ← and →, to read its distance.</source>
        <translation>ステップをクリックするか、←と→で移動すると距離が分かります。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比較の相手(&amp;W)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較の相手</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>ガイダンススケール</translation>
    </message>
    <message>
        <source>How far apart x₀ is</source>
        <translation>x₀の隔たり</translation>
    </message>
    <message>
        <source>Make a picture; then it can be compared with another one.</source>
        <translation>画像を生成すると、別の画像と比較できます。</translation>
    </message>
    <message>
        <source>Make it and compare</source>
        <translation>生成して比較</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>単語1つ</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>スケジューラー</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード値</translation>
    </message>
    <message>
        <source>Step {step}: {distance} apart</source>
        <translation>ステップ {step}：距離 {distance}</translation>
    </message>
    <message>
        <source>The setting to change</source>
        <translation>変更する設定</translation>
    </message>
    <message>
        <source>The word in its place</source>
        <translation>代わりの単語</translation>
    </message>
    <message>
        <source>The word to change</source>
        <translation>置き換える単語</translation>
    </message>
    <message>
        <source>There is no other denoising in memory. Try another value below, and see what it changes.</source>
        <translation>メモリにほかのノイズ除去の過程がありません。下で別の値を試して、何が変わるか見てみましょう。</translation>
    </message>
    <message>
        <source>They are apart from the first step on.</source>
        <translation>最初のステップから離れています。</translation>
    </message>
    <message>
        <source>They are the same at every step.</source>
        <translation>どのステップでも同じです。</translation>
    </message>
    <message>
        <source>They never part: less than a hundredth at every step.</source>
        <translation>最後まで分かれません。どのステップでも差は100分の1未満です。</translation>
    </message>
    <message>
        <source>They part at step {step}.</source>
        <translation>ステップ {step}で分かれます。</translation>
    </message>
    <message>
        <source>This denoising is still going on.</source>
        <translation>このノイズ除去はまだ続いています。</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>この画像</translation>
    </message>
    <message>
        <source>This one: {label}</source>
        <translation>この画像：{label}</translation>
    </message>
    <message>
        <source>Try another value</source>
        <translation>別の値を試す</translation>
    </message>
    <message>
        <source>Two denoisings, step by step: how far apart the pictures are that each predicts, and from which step on they are different pictures.</source>
        <translation>2つのノイズ除去をステップごとに比べます。それぞれの予測画像がどれだけ離れているか、どのステップから別の画像になるかが分かります。</translation>
    </message>
    <message>
        <source>a hundredth</source>
        <translation>100分の1</translation>
    </message>
    <message>
        <source>another word, or none</source>
        <translation>別の単語（空欄でも可）</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>relative distance</source>
        <translation>相対距離</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>A is {first} and B is {second}: pictures of different shapes cannot be laid over each other. Look at them side by side.</source>
        <translation>Aは{first}、Bは{second}です。縦横比の異なる画像は重ねられません。並べて表示してください。</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>ウィンドウに戻る</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare – sdstudio</source>
        <translation>比較 – sdstudio</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>One of the pictures cannot be shown: its file is missing or damaged.</source>
        <translation>表示できない画像があります。ファイルがないか、壊れています。</translation>
    </message>
    <message>
        <source>Pictures A and B</source>
        <translation>画像AとB</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Known words that begin like this</source>
        <translation>この文字で始まる既知の単語</translation>
    </message>
</context>
<context>
    <name>ConversionControl</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>変換</translation>
    </message>
    <message>
        <source>Left out of the converted model, being no weights: {names}.</source>
        <translation>重みではないため、変換後のモデルには含めませんでした：{names}。</translation>
    </message>
    <message>
        <source>Old model format</source>
        <translation>古いモデル形式</translation>
    </message>
    <message>
        <source>“{name}” is in an old format that can hold code. Convert it safely?

Only numbers are read; nothing in it is run. The file stays as it is, and the copy takes about as much room on the disk.</source>
        <translation>「{name}」は、コードを含むことができる古い形式です。安全に変換しますか？

数値だけを読み取り、中のものは一切実行しません。元のファイルはそのまま残り、コピーにはほぼ同じだけのディスク容量が必要です。</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>変換中</translation>
    </message>
    <message>
        <source>Converting “{name}”…</source>
        <translation>「{name}」を変換しています…</translation>
    </message>
    <message>
        <source>Its numbers are copied into the safetensors format.</source>
        <translation>数値をsafetensors形式にコピーしています。</translation>
    </message>
</context>
<context>
    <name>CopyingControl</name>
    <message>
        <source>Picture copied</source>
        <translation>画像をコピーしました</translation>
    </message>
    <message>
        <source>Prompt copied</source>
        <translation>プロンプトをコピーしました</translation>
    </message>
    <message>
        <source>Seed copied</source>
        <translation>シード値をコピーしました</translation>
    </message>
    <message>
        <source>Settings copied as text</source>
        <translation>設定をテキストとしてコピーしました</translation>
    </message>
    <message>
        <source>“{path}” cannot be copied: the file is missing or damaged.</source>
        <translation>「{path}」をコピーできません。ファイルがないか、壊れています。</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Add a folder of models</source>
        <translation>モデルのフォルダーを追加</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Discard the download</source>
        <translation>ダウンロードを破棄</translation>
    </message>
    <message>
        <source>It is the default model.</source>
        <translation>既定のモデルです。</translation>
    </message>
    <message>
        <source>It is the model in use.</source>
        <translation>使用中のモデルです。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Loading “{name}”…</source>
        <translation>「{name}」を読み込んでいます…</translation>
    </message>
    <message>
        <source>Move a model to the trash</source>
        <translation>モデルをゴミ箱に移動</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>ゴミ箱に移動</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>パスをコピーしました</translation>
    </message>
    <message>
        <source>Pictures of the gallery that were made with it: {count}. They stay, but cannot be made again or looked into without it.</source>
        <translation>このモデルで作られたギャラリーの画像：{count}枚。画像は残りますが、このモデルがないと、再生成や内部の確認はできなくなります。</translation>
    </message>
    <message>
        <source>The token is kept by the system&apos;s keyring.</source>
        <translation>アクセストークンはシステムのキーリングに保管されます。</translation>
    </message>
    <message>
        <source>What has come of “{name}” is deleted.</source>
        <translation>「{name}」のダウンロード済みの部分を削除します。</translation>
    </message>
    <message>
        <source>{reason} The token is used until the app is closed.</source>
        <translation>{reason} アクセストークンはアプリを閉じるまで使われます。</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>「{name}」を元に戻しました。</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>「{name}」をゴミ箱に移動しました。</translation>
    </message>
    <message>
        <source>“{path}” ({size}) is moved to the trash.</source>
        <translation>「{path}」（{size}）をゴミ箱に移動します。</translation>
    </message>
</context>
<context>
    <name>Deletion</name>
    <message numerus="yes">
        <source>deleting of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像の削除</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DenoisingControl</name>
    <message>
        <source>Exported as “{path}”.</source>
        <translation>「{path}」にエクスポートしました。</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: {done} of %Ln step(s)</source>
        <translation>
            <numerusform>エクスポート中：{done}/%Lnステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>エクスポートを停止しました。何も書き出していません。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Approximate</source>
        <translation>近似した項目</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>コレクション</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Denoising kept</source>
        <translation>残したノイズ除去の過程</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>お気に入り</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>モデルフォルダー</translation>
    </message>
    <message>
        <source>Original text</source>
        <translation>元のテキスト</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Settings read</source>
        <translation>読み取った設定</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Stopped at step</source>
        <translation>停止したステップ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>approximately</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>exactly as in the file</source>
        <translation>ファイルの内容どおり</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>{rating} of 5</source>
        <translation>{rating}/5</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Click a value to copy it</source>
        <translation>値をクリックするとコピーします</translation>
    </message>
    <message>
        <source>Copied: everything</source>
        <translation>コピーしました：すべて</translation>
    </message>
    <message>
        <source>Copied: {name}</source>
        <translation>コピーしました：{name}</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>すべての詳細をコピー</translation>
    </message>
    <message>
        <source>Details of the picture</source>
        <translation>画像の詳細</translation>
    </message>
    <message>
        <source>No picture is chosen</source>
        <translation>画像が選択されていません</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln download(s) a month</source>
        <translation>
            <numerusform>月間%Lnダウンロード</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the hub how much it is…</source>
        <translation>サイズをハブに問い合わせています…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Files recorded, to be compared with the next time: {count}.</source>
        <translation>記録したファイル：{count}個。次回の検証で照合します。</translation>
    </message>
    <message>
        <source>Files that are whole: {count}. Nothing has changed.</source>
        <translation>問題のないファイル：{count}個。変更はありません。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク使用量</translation>
    </message>
    <message>
        <source>On the hub</source>
        <translation>ハブでの名前</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>人気</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>予測対象</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>入手元</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>利用条件</translation>
    </message>
    <message>
        <source>This is a part of a model, which makes no pictures by itself.</source>
        <translation>これはモデルの一部で、単独では画像を生成できません。</translation>
    </message>
    <message>
        <source>Verifying… {share}</source>
        <translation>検証中… {share}</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>to be accepted first</source>
        <translation>先に同意が必要</translation>
    </message>
    <message numerus="yes">
        <source>{size} in %Ln file(s); {free} free</source>
        <translation>
            <numerusform>%Lnファイルで{size}（空き{free}）</numerusform>
        </translation>
    </message>
    <message>
        <source>{side} × {side} px</source>
        <translation>{side} × {side} px</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import the picture…</source>
        <translation>画像をインポート(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>設定を使う(&amp;U)</translation>
    </message>
    <message>
        <source>A picture with settings</source>
        <translation>設定付きの画像</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>From {program}</source>
        <translation>{program}の画像</translation>
    </message>
    <message>
        <source>From {program}, approximately</source>
        <translation>{program}の画像（設定は近似）</translation>
    </message>
    <message>
        <source>From {program}, exactly</source>
        <translation>{program}の画像（設定は正確）</translation>
    </message>
    <message>
        <source>Import the picture</source>
        <translation>画像をインポート</translation>
    </message>
    <message>
        <source>Made with sdstudio</source>
        <translation>sdstudioで作成</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>設定を使う</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ほかのプログラム</translation>
    </message>
</context>
<context>
    <name>EmbeddingPane</name>
    <message>
        <source>Against each other</source>
        <translation>相互比較</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>コサイン類似度</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation>隠れ状態</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>ネガティブ</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Show the rows of the pa&amp;dding as well</source>
        <translation>パディングの列も表示(&amp;D)</translation>
    </message>
    <message>
        <source>Show the rows of the padding as well</source>
        <translation>パディングの列も表示</translation>
    </message>
    <message>
        <source>The numbers appear when the model is loaded.</source>
        <translation>モデルを読み込むと数値が表示されます。</translation>
    </message>
    <message>
        <source>The text encoder turns every token into a row of numbers that also depends on the tokens before it. The denoiser reads these rows, and nothing else of the prompt. Rows that point the same way mean something alike.</source>
        <translation>テキストエンコーダーは各トークンを数値の列に変えます。数値は、その前のトークンにも左右されます。ノイズ除去ネットワークがプロンプトについて読むのは、この列だけです。同じ方向を向く列は、似た意味を持ちます。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>{rows} tokens of the prompt × {columns} of the negative prompt</source>
        <translation>プロンプトの{rows}トークン × ネガティブプロンプトの{columns}トークン</translation>
    </message>
    <message>
        <source>{rows} tokens × {width} numbers. Colours end at ±{end}, the largest is {most}.</source>
        <translation>{rows}トークン × {width}個の数値。色は±{end}まで、最大値は{most}です。</translation>
    </message>
</context>
<context>
    <name>EmptyCanvas</name>
    <message>
        <source>Describe it on the left and press Generate, or choose a picture.</source>
        <translation>左に説明を書いて［生成］を押すか、画像を選んでください。</translation>
    </message>
    <message>
        <source>Describe it on the left and press Generate.</source>
        <translation>左に説明を書いて［生成］を押してください。</translation>
    </message>
    <message>
        <source>It is made on this computer, and you can watch it form.</source>
        <translation>このコンピューター上で生成され、できていく様子を見られます。</translation>
    </message>
    <message>
        <source>Make your first picture</source>
        <translation>最初の画像を生成しましょう</translation>
    </message>
    <message>
        <source>Make: {prompt}</source>
        <translation>生成：{prompt}</translation>
    </message>
    <message>
        <source>What would you like to see?</source>
        <translation>何を描きますか？</translation>
    </message>
    <message>
        <source>or describe your own on the left and press Generate</source>
        <translation>または、左に自分で説明を書いて［生成］を押してください</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source> s</source>
        <translation>秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) on one sheet</source>
        <translation>
            <numerusform>1枚のシートに%Lnステップ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), {time}</source>
        <translation>
            <numerusform>%Lnステップ、{time}</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hold the last picture</source>
        <translation>最後の画像の表示時間(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示内容(&amp;V)</translation>
    </message>
    <message>
        <source>All steps in one picture, as PNG</source>
        <translation>全ステップを1枚のPNG画像に</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>アニメーションWebP</translation>
    </message>
    <message>
        <source>As the model foresees it at each step (x₀)</source>
        <translation>各ステップでモデルが予測する画像（x₀）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>コンタクトシート</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Export the denoising</source>
        <translation>ノイズ除去のエクスポート</translation>
    </message>
    <message>
        <source>For web pages and chats; all colours</source>
        <translation>Webページやチャット向け。フルカラー</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4動画</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>ノイズあり</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Plays wherever pictures do; few colours</source>
        <translation>画像を表示できればどこでも再生できます。色数は少なめ</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Seconds that the last picture stays</source>
        <translation>最後の画像を表示し続ける秒数</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Small, and every player knows it</source>
        <translation>小さく、どのプレーヤーでも再生できます</translation>
    </message>
    <message>
        <source>Steps per &amp;second</source>
        <translation>1秒あたりのステップ数(&amp;S)</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>1秒あたりのステップ数</translation>
    </message>
    <message>
        <source>The foreseen picture, then the noisy one</source>
        <translation>予測画像、続いてノイズありの画像</translation>
    </message>
    <message>
        <source>The noise the model finds at each step (ε)</source>
        <translation>各ステップでモデルが見つけるノイズ（ε）</translation>
    </message>
    <message>
        <source>What each step begins with (xₜ)</source>
        <translation>各ステップの出発点（xₜ）</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>「{name}」は既にあります。置き換えますか？</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>Branch from a step of a picture, and its family appears here.</source>
        <translation>画像のあるステップから分岐すると、その系譜がここに表示されます。</translation>
    </message>
    <message>
        <source>Click or press Enter to view</source>
        <translation>クリックかEnterキーで表示</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>キャンバスに表示中</translation>
    </message>
</context>
<context>
    <name>FamilyTree</name>
    <message>
        <source>Family</source>
        <translation>系譜</translation>
    </message>
</context>
<context>
    <name>FamilyWords</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Lnステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>(deleted picture)</source>
        <translation>（削除された画像）</translation>
    </message>
    <message>
        <source>fresh noise</source>
        <translation>新しいノイズ</translation>
    </message>
    <message>
        <source>guidance {before} → {after}</source>
        <translation>ガイダンス {before} → {after}</translation>
    </message>
    <message>
        <source>kept step {step}</source>
        <translation>残したステップ {step}</translation>
    </message>
    <message>
        <source>model {name}</source>
        <translation>モデル {name}</translation>
    </message>
    <message>
        <source>negative prompt: “{text}”</source>
        <translation>ネガティブプロンプト：「{text}」</translation>
    </message>
    <message>
        <source>no negative prompt</source>
        <translation>ネガティブプロンプトなし</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>プロンプトなし</translation>
    </message>
    <message>
        <source>prompt: “{text}”</source>
        <translation>プロンプト：「{text}」</translation>
    </message>
    <message>
        <source>same settings</source>
        <translation>同じ設定</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>シード値 {seed}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>ステップ {step}</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>ステップ {step}で停止</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened, such as “{name}”.</source>
        <translation>
            <numerusform>「{name}」など、%Ln個のファイルを開けませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>詳細…</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>開けなかったファイル</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>ファイル「{path}」はありません。</translation>
    </message>
    <message>
        <source>“{name}” is neither a picture nor a model.</source>
        <translation>「{name}」は画像でもモデルでもありません。</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Denoising steps</source>
        <translation>ノイズ除去のステップ</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any model</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>すべての評価</translation>
    </message>
    <message>
        <source>Any scheduler</source>
        <translation>すべてのスケジューラー</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>すべてのサイズ</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>すべてのタグ</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>すべての期間</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>お気に入り</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>この日から</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>期間を指定…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>このアプリで作成</translation>
    </message>
    <message>
        <source>Made or imported</source>
        <translation>作成・インポート</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>評価なし</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>スケジューラー</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Some days</source>
        <translation>指定した期間</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>今週</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>この日まで</translation>
    </message>
    <message>
        <source>With denoising</source>
        <translation>過程あり</translation>
    </message>
    <message>
        <source>{side} and larger</source>
        <translation>{side}以上</translation>
    </message>
    <message>
        <source>{stars} and more</source>
        <translation>{stars}以上</translation>
    </message>
</context>
<context>
    <name>FindingHead</name>
    <message>
        <source>All pictures</source>
        <translation>すべての画像</translation>
    </message>
    <message>
        <source>All pictures, favourites, or one of your collections</source>
        <translation>すべての画像、お気に入り、またはコレクションのどれか</translation>
    </message>
    <message>
        <source>Best rated</source>
        <translation>評価の高い順</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>ファイル名順</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>お気に入り</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>フィルター（{count}）</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>サイズの大きい順</translation>
    </message>
    <message>
        <source>Most steps</source>
        <translation>ステップ数の多い順</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>古い順</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>画像の並び順</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>シャッフル</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>表示する画像</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Files and database disagree</source>
        <translation>ファイルとデータベースが一致しません</translation>
    </message>
    <message>
        <source>It deletes no picture, no kept denoising, and no ratings and tags.</source>
        <translation>画像、残したノイズ除去の過程、評価やタグは削除しません。</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %Ln picture(s).</source>
        <translation>
            <numerusform>%Ln枚の画像を調べました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed, and there is nothing that a repair could mend.</source>
        <translation>何も変更していません。修復で直せるものもありません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更していません。</translation>
    </message>
    <message>
        <source>Repair: {remedy}</source>
        <translation>修復：{remedy}</translation>
    </message>
    <message>
        <source>So there is a way back; you are told where the copy is.</source>
        <translation>これで元に戻せます。コピーの場所はあとでお知らせします。</translation>
    </message>
    <message>
        <source>The database is copied first.</source>
        <translation>先にデータベースをコピーします。</translation>
    </message>
    <message>
        <source>What the repair does</source>
        <translation>修復の内容</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>チェックの結果</translation>
    </message>
</context>
<context>
    <name>FlowChart</name>
    <message>
        <source>Map of the model</source>
        <translation>モデルの構成図</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選択(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>Path of a folder</source>
        <translation>フォルダーのパス</translation>
    </message>
</context>
<context>
    <name>ForwardPane</name>
    <message>
        <source>&amp;Timestep</source>
        <translation>タイムステップ(&amp;T)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前方過程</translation>
    </message>
    <message>
        <source>How the model was trained: a picture gets noise, more at later timesteps, and the network guesses the picture behind it, in one go.</source>
        <translation>モデルはこのように学習しました。画像にノイズを加え（タイムステップが後ほど多く）、その元の画像をネットワークが一度で推測します。</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>Noise sche&amp;dule</source>
        <translation>ノイズスケジュール(&amp;D)</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>ノイズスケジュール</translation>
    </message>
    <message>
        <source>Other &amp;noise</source>
        <translation>別のノイズ(&amp;N)</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>別のノイズ</translation>
    </message>
    <message>
        <source>The formula of adding noise</source>
        <translation>ノイズを加える式</translation>
    </message>
    <message>
        <source>Timestep</source>
        <translation>タイムステップ</translation>
    </message>
    <message>
        <source>a = {a}, b = {b} at t = {timestep}</source>
        <translation>a = {a}、b = {b}（t = {timestep}）</translation>
    </message>
    <message>
        <source>original</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>モデル自身のもの</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>ノイズを加えた画像</translation>
    </message>
    <message>
        <source>{share} % of the power in the latents is noise.</source>
        <translation>潜在表現のパワーの{share}%がノイズです。</translation>
    </message>
</context>
<context>
    <name>GalleryControl</name>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to the trash.</source>
        <translation>
            <numerusform>%Ln枚の画像をゴミ箱に移動しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>画像に名前を付けて保存</translation>
    </message>
    <message>
        <source>The gallery is not available.</source>
        <translation>ギャラリーは使用できません。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像</numerusform>
        </translation>
    </message>
    <message>
        <source>Branched at step {step}</source>
        <translation>ステップ {step}で分岐</translation>
    </message>
    <message>
        <source>Denoising kept: {size}</source>
        <translation>ノイズ除去の過程：{size}</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>お気に入り</translation>
    </message>
    <message>
        <source>Rated {rating} of 5</source>
        <translation>評価 {rating}/5</translation>
    </message>
    <message>
        <source>Stopped at step {step}</source>
        <translation>ステップ {step}で停止</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>タグ：{tags}</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Click to view · double-click for full size</source>
        <translation>クリックで表示 · ダブルクリックでフルサイズ表示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>No picture is found.</source>
        <translation>画像が見つかりません。</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>サムネイルの大きさ</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel)</source>
        <translation>サムネイルの大きさ（Ctrl+ホイール）</translation>
    </message>
    <message>
        <source>Your pictures will appear here.</source>
        <translation>生成した画像がここに表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>{found} of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のうち{found}枚</numerusform>
        </translation>
    </message>
    <message>
        <source>{pictures} · {count} with denoising, {size}</source>
        <translation>{pictures} · 過程あり {count}枚、{size}</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
</context>
<context>
    <name>GenerationControl</name>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Loading {name}…</source>
        <translation>{name}を読み込んでいます…</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>モデルは読み込まれていません</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>別の場所に保存…</translation>
    </message>
    <message>
        <source>Saved as “{path}”.</source>
        <translation>「{path}」に保存しました。</translation>
    </message>
    <message>
        <source>Step {step} is a picture of the gallery now.</source>
        <translation>ステップ {step}をギャラリーの画像として残しました。</translation>
    </message>
    <message>
        <source>Step {step} is kept as a picture once this run is over.</source>
        <translation>ステップ {step}は、この生成が終わりしだい画像として残します。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>待機中…</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>内蔵モデル</translation>
    </message>
    <message>
        <source>“{prompt}” is finished but not saved. {reason}</source>
        <translation>「{prompt}」は完成しましたが、保存されていません。{reason}</translation>
    </message>
</context>
<context>
    <name>GpuControl</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Fetching torch for your card</source>
        <translation>GPU用のtorchを取得中</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Looking at what is here…</source>
        <translation>既にあるものを調べています…</translation>
    </message>
    <message>
        <source>Pictures are being made</source>
        <translation>画像を生成中です</translation>
    </message>
    <message>
        <source>Pictures will be made with the processor again, which is slower.</source>
        <translation>画像の生成に再びCPUを使います。生成は遅くなります。</translation>
    </message>
    <message>
        <source>Pictures will be made with the processor again, which is slower. {size} become free; to use the card again, all of it has to be fetched anew.</source>
        <translation>画像の生成に再びCPUを使います。生成は遅くなります。{size}の空きが増えますが、もう一度GPUを使うには、すべて取得し直す必要があります。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>今すぐ再起動</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>Use my GPU…</source>
        <translation>GPUを使う…</translation>
    </message>
    <message>
        <source>Use the processor</source>
        <translation>CPUを使う</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>CPUに戻す</translation>
    </message>
    <message>
        <source>What is being made and what waits in the queue is given up by a restart.</source>
        <translation>再起動すると、生成中の画像とキューで待機中の画像は破棄されます。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>“{card}” is ready. It is used once the app has started anew.</source>
        <translation>「{card}」の準備ができました。アプリを再起動すると使われます。</translation>
    </message>
</context>
<context>
    <name>GpuDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete what has come</source>
        <translation>取得済みの部分を削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>取得(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fetch {size}</source>
        <translation>{size}を取得(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on ({size})</source>
        <translation>続ける（{size}）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>もう一度調べる(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>今すぐ再起動(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Asking the NVIDIA driver, and what torch has for it…</source>
        <translation>NVIDIAのドライバーと、対応するtorchを調べています…</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>キャンセル(&amp;N)</translation>
    </message>
    <message>
        <source>It cannot be told what your card needs</source>
        <translation>GPUに必要なものが分かりません</translation>
    </message>
    <message>
        <source>Looking for a graphics card</source>
        <translation>GPUを探しています</translation>
    </message>
    <message>
        <source>Pictures are made with the processor</source>
        <translation>画像の生成にCPUを使っています</translation>
    </message>
    <message>
        <source>The processor is used again</source>
        <translation>再びCPUを使います</translation>
    </message>
    <message>
        <source>This start still uses the card; what it needs of the disk is free after the next one.</source>
        <translation>今回の起動中はまだGPUを使います。ディスクは次の起動後に空きます。</translation>
    </message>
    <message>
        <source>Trying it</source>
        <translation>動作を確認中</translation>
    </message>
    <message>
        <source>Use my GPU</source>
        <translation>GPUを使う</translation>
    </message>
    <message>
        <source>Use the &amp;processor again…</source>
        <translation>CPUに戻す(&amp;P)…</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used yet</source>
        <translation>GPUはまだ使えません</translation>
    </message>
    <message>
        <source>Your graphics card is not used</source>
        <translation>GPUは使われていません</translation>
    </message>
    <message>
        <source>Your graphics card is ready</source>
        <translation>GPUの準備ができました</translation>
    </message>
    <message>
        <source>torch starts and computes on the card, in a process of its own…</source>
        <translation>torchを別のプロセスで起動し、GPUで計算しています…</translation>
    </message>
    <message>
        <source>torch {version} is fetched, but did not start on this computer. A newer driver may help.</source>
        <translation>torch {version}は取得済みですが、このコンピューターで起動しませんでした。新しいドライバーで解決する場合があります。</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size}の空きが増えました。</translation>
    </message>
    <message>
        <source>“{card}” has passed its trial. It is used once the app has started anew.</source>
        <translation>「{card}」の動作を確認しました。アプリを再起動すると使われます。</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>&amp;Run&apos;s own: {scale}</source>
        <translation>生成時の値：{scale}(&amp;R)</translation>
    </message>
    <message>
        <source>Another guidance scale</source>
        <translation>別のガイダンススケール</translation>
    </message>
    <message>
        <source>At each step the network answers twice, without and with your prompt; the difference, times the guidance scale, pulls the picture towards the prompt.</source>
        <translation>各ステップでネットワークは、プロンプトなしとありの2回答えます。その差にガイダンススケールを掛けた分だけ、画像がプロンプトに引き寄せられます。</translation>
    </message>
    <message>
        <source>Back to the run&apos;s own scale, {scale}</source>
        <translation>生成時のスケール{scale}に戻す</translation>
    </message>
    <message>
        <source>Channel of the latents</source>
        <translation>潜在表現のチャンネル</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>チャンネル {number}</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>The answers from −{end} (blue) to {end} (orange), their difference from −{small} to {small}: it is {share} % of the answer in size.</source>
        <translation>答えは−{end}（青）～{end}（オレンジ）、その差は−{small}～{small}。差の大きさは答えの{share}%です。</translation>
    </message>
    <message>
        <source>The formula of guidance</source>
        <translation>ガイダンスの式</translation>
    </message>
    <message>
        <source>The network&apos;s answers</source>
        <translation>ネットワークの答え</translation>
    </message>
    <message>
        <source>The predicted picture x₀</source>
        <translation>予測画像x₀</translation>
    </message>
    <message>
        <source>Try another guidance scale &amp;s</source>
        <translation>別のガイダンススケールsを試す(&amp;S)</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>s = {scale}</source>
        <translation>s = {scale}</translation>
    </message>
    <message>
        <source>s = {scale}, the run&apos;s own</source>
        <translation>s = {scale}（生成時の値）</translation>
    </message>
    <message>
        <source>with</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>with the prompt</source>
        <translation>プロンプトあり</translation>
    </message>
    <message>
        <source>without</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>without the prompt</source>
        <translation>プロンプトなし</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>{rows} × {columns} numbers, from {low} to {high}, mean {mean}.</source>
        <translation>{rows} × {columns}個の数値、{low}～{high}、平均 {mean}。</translation>
    </message>
</context>
<context>
    <name>HelpControl</name>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy diagnostics…</source>
        <translation>診断情報をコピー…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>診断情報</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>まだ記録はありません。</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>診断情報の保存</translation>
    </message>
    <message>
        <source>Show all &amp;licences</source>
        <translation>すべてのライセンスを表示(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>フォルダーを開く(&amp;F)</translation>
    </message>
    <message>
        <source>The app ended all of a sudden last time. Your finished pictures are safe; the log has what helps to mend it.</source>
        <translation>前回、アプリが突然終了しました。完成した画像は無事です。修正に役立つ情報はログにあります。</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>サードパーティーに関する通知</translation>
    </message>
    <message>
        <source>This is what a report of a problem needs. Your name, your folders, tokens and prompts are left out. Nothing is sent: look through it, copy it, and put it into the report yourself.</source>
        <translation>問題の報告に必要な情報です。名前、フォルダー、アクセストークン、プロンプトは含まれません。自動では何も送信されません。内容を確かめてコピーし、ご自身で報告に貼り付けてください。</translation>
    </message>
    <message>
        <source>What the app has noted, the latest at the end. It stays on this computer.</source>
        <translation>アプリの記録です。新しいものほど下にあります。記録はこのコンピューターの外には出ません。</translation>
    </message>
    <message>
        <source>Whose work is in this app besides its own, and under which licences.</source>
        <translation>このアプリに含まれる他者の著作物と、そのライセンスです。</translation>
    </message>
</context>
<context>
    <name>ImportControl</name>
    <message>
        <source>Could not be read: {count}, such as “{name}”.</source>
        <translation>読み取れなかったもの：{count}件（「{name}」など）。</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>詳細…</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>読み取れなかったファイル</translation>
    </message>
    <message>
        <source>Imported: {pictures}.</source>
        <translation>{pictures}をインポートしました。</translation>
    </message>
    <message>
        <source>Importing: {done} of {total}</source>
        <translation>インポート中：{done}/{total}</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>インポートしています…</translation>
    </message>
    <message>
        <source>In the gallery already: {count}.</source>
        <translation>既にギャラリーにあるもの：{count}件。</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>インポートを停止</translation>
    </message>
    <message>
        <source>The import was stopped. Imported: {pictures}.</source>
        <translation>インポートを停止しました。{pictures}をインポート済みです。</translation>
    </message>
    <message>
        <source>There under another name: {count}.</source>
        <translation>別の名前で登録済み：{count}件。</translation>
    </message>
    <message>
        <source>gone: {count}</source>
        <translation>消失：{count}件</translation>
    </message>
    <message>
        <source>new: {count}</source>
        <translation>追加：{count}件</translation>
    </message>
    <message>
        <source>{folder}: {changes}</source>
        <translation>{folder}：{changes}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Watch the folder, and import what comes later too</source>
        <translation>フォルダーを監視し、あとから増えた画像もインポート(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Watch the folders, and import what comes later too</source>
        <translation>フォルダーを監視し、あとから増えた画像もインポート(&amp;W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy them into the pictures folder</source>
        <translation>画像フォルダーにコピーする</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>ファイル(&amp;I)</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>画像のフォルダー</translation>
    </message>
    <message>
        <source>Folders with their &amp;subfolders</source>
        <translation>フォルダーのサブフォルダーも含める(&amp;S)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>画像のインポート</translation>
    </message>
    <message>
        <source>Import what was dropped</source>
        <translation>ドロップしたものをインポート</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>元の場所に置いたままにする</translation>
    </message>
    <message>
        <source>Nothing is copied. What is deleted there leaves the gallery too.</source>
        <translation>コピーは作りません。元の場所で削除した画像は、ギャラリーからも外れます。</translation>
    </message>
    <message>
        <source>The originals are not touched; the copies belong to the gallery.</source>
        <translation>元のファイルには手を加えません。コピーはギャラリーのものになります。</translation>
    </message>
    <message>
        <source>Watch the folder</source>
        <translation>フォルダーを監視</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>監視フォルダー</translation>
    </message>
    <message>
        <source>Watched folders ({count})</source>
        <translation>監視フォルダー（{count}）</translation>
    </message>
    <message>
        <source>What becomes of the files</source>
        <translation>ファイルの扱い</translation>
    </message>
    <message>
        <source>With its &amp;subfolders</source>
        <translation>サブフォルダーも含める(&amp;S)</translation>
    </message>
    <message>
        <source>With its subfolders</source>
        <translation>サブフォルダーも含める</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
</context>
<context>
    <name>LabelPopup</name>
    <message>
        <source>Collection</source>
        <translation>コレクション</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>コレクション</translation>
    </message>
    <message numerus="yes">
        <source>Collections of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のコレクション</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Enter adds “{name}”.</source>
        <translation>Enterキーで「{name}」を追加します。</translation>
    </message>
    <message>
        <source>Enter renames “{name}”.</source>
        <translation>Enterキーで「{name}」の名前を変更します。</translation>
    </message>
    <message>
        <source>Find or add a collection</source>
        <translation>コレクションを検索または追加</translation>
    </message>
    <message>
        <source>Find or add a tag</source>
        <translation>タグを検索または追加</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のタグ</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a name and press Enter.</source>
        <translation>名前を入力してEnterキーを押してください。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation>
            <numerusform>%Lnダウンロード</numerusform>
        </translation>
    </message>
    <message>
        <source>A model of the hub</source>
        <translation>ハブのモデル</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>ハブに問い合わせています…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内蔵</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>Comes with the app</source>
        <translation>アプリに付属</translation>
    </message>
    <message>
        <source>Denoiser</source>
        <translation>ノイズ除去ネットワーク</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード状況</translation>
    </message>
    <message>
        <source>Flow (velocity)</source>
        <translation>フロー（速度）</translation>
    </message>
    <message>
        <source>Found in a folder of models</source>
        <translation>モデルのフォルダーで検出</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Faceのキャッシュ</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>モデルフォルダー</translation>
    </message>
    <message>
        <source>Noise (epsilon)</source>
        <translation>ノイズ（epsilon）</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>自分で開いたもの</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Paused · {amount}</source>
        <translation>一時停止中 · {amount}</translation>
    </message>
    <message>
        <source>Picture (sample)</source>
        <translation>画像（sample）</translation>
    </message>
    <message>
        <source>Textual inversion</source>
        <translation>Textual Inversion</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>ダウンロード可能</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Velocity (v-prediction)</source>
        <translation>速度（v-prediction）</translation>
    </message>
    <message>
        <source>Waits for another download</source>
        <translation>ほかのダウンロードを待っています</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>{amount} · tries again in {time}</source>
        <translation>{amount} · {time}後に再試行</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}時間</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}秒</translation>
    </message>
    <message>
        <source>{cuda} on a GPU, {cpu} without</source>
        <translation>GPU使用時{cuda}、なしで{cpu}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} px</translation>
    </message>
    <message>
        <source>{speed}/s</source>
        <translation>{speed}/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り{time}</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>フォルダーを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>パスをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>ダウンロード(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Enter a token…</source>
        <translation>アクセストークンを入力(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>読み込む(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <translation>ページを開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Set as default</source>
        <translation>既定にする(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo delete</source>
        <translation>削除を取り消す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>検証(&amp;V)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation>破棄(&amp;I)</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Move to &amp;trash…</source>
        <translation>ゴミ箱に移動(&amp;T)…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>フォルダーで表示(&amp;F)</translation>
    </message>
    <message>
        <source>Stop &amp;using</source>
        <translation>使用をやめる(&amp;U)</translation>
    </message>
    <message>
        <source>Stop &amp;verifying</source>
        <translation>検証を停止(&amp;V)</translation>
    </message>
    <message>
        <source>Take off the &amp;list</source>
        <translation>一覧から外す(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LibraryControl</name>
    <message>
        <source>Load</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>Not there: the folder “{folder}”</source>
        <translation>見つかりません：フォルダー「{folder}」</translation>
    </message>
    <message>
        <source>Once called {name}</source>
        <translation>旧名：{name}</translation>
    </message>
    <message>
        <source>Searching the hub…</source>
        <translation>ハブを検索しています…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message numerus="yes">
        <source>The hub has %Ln model(s) for “{words}”</source>
        <translation>
            <numerusform>ハブに「{words}」のモデルが%Ln件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is downloaded.</source>
        <translation>「{name}」をダウンロードしました。</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>A model of the hub is found by its whole name, as owner/name.</source>
        <translation>ハブのモデルは、「所有者/名前」の形の完全な名前で見つかります。</translation>
    </message>
    <message>
        <source>Add the folder where they are, such as A1111&apos;s or ComfyUI&apos;s: nothing is copied. Or drop a folder or a .safetensors file here.</source>
        <translation>A1111やComfyUIのフォルダーなど、モデルのあるフォルダーを追加してください。コピーは作りません。フォルダーや.safetensorsファイルをここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Choose a model under “To download”. Pictures can be made meanwhile.</source>
        <translation>「ダウンロード可能」からモデルを選んでください。ダウンロード中も画像を生成できます。</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>モデルを探しています…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>No models of your own yet</source>
        <translation>追加したモデルはまだありません</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>ダウンロード中のものはありません</translation>
    </message>
    <message>
        <source>Nothing to download</source>
        <translation>ダウンロードできるものはありません</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Search, or type a model of the hub as owner/name</source>
        <translation>検索、またはハブのモデル（所有者/名前）を入力</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>削除を取り消す</translation>
    </message>
    <message>
        <source>You are offline by choice.</source>
        <translation>オフラインに設定されています。</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>LoraRow</name>
    <message>
        <source>1 is as trained, 0 leaves it without effect</source>
        <translation>1で学習時のまま、0で効果なし</translation>
    </message>
    <message>
        <source>Apply earlier</source>
        <translation>先に適用</translation>
    </message>
    <message>
        <source>Apply later</source>
        <translation>後に適用</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name}を使用</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name}の重み</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln finished picture(s) could not be saved and would be lost.</source>
        <translation>
            <numerusform>完成した%Ln枚の画像を保存できませんでした。このままでは失われます。</numerusform>
        </translation>
    </message>
    <message>
        <source>From the next start on, pictures are kept in “{folder}” and the gallery shows that folder. Pictures made so far stay where they are.</source>
        <translation>次回の起動から、画像は「{folder}」に保存され、ギャラリーにもそのフォルダーが表示されます。これまでの画像は今の場所に残ります。</translation>
    </message>
    <message>
        <source>Gallery and queue</source>
        <translation>ギャラリーとキュー</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>モデルファイルを開く</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>モデルフォルダーを開く</translation>
    </message>
    <message>
        <source>Pictures are not saved</source>
        <translation>画像が保存されていません</translation>
    </message>
    <message>
        <source>Pictures folder</source>
        <translation>画像フォルダー</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Previews: {share} % of the time · {decoder}</source>
        <translation>プレビュー：時間の{share}% · {decoder}</translation>
    </message>
    <message>
        <source>Prompt and settings</source>
        <translation>プロンプトと設定</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>それでも終了</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>画像に名前を付けて保存</translation>
    </message>
    <message>
        <source>Show the picture&apos;s pixels instead of smoothing them</source>
        <translation>なめらかにせず、画像のピクセルをそのまま表示</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>終了しない</translation>
    </message>
    <message>
        <source>quick estimate</source>
        <translation>簡易推定</translation>
    </message>
    <message>
        <source>the model&apos;s VAE</source>
        <translation>モデルのVAE</translation>
    </message>
    <message>
        <source>the very pixels</source>
        <translation>実際のピクセル</translation>
    </message>
    <message>
        <source>tiny autoencoder</source>
        <translation>小型オートエンコーダー</translation>
    </message>
    <message>
        <source>{share} – sdstudio</source>
        <translation>{share} – sdstudio</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>構成図</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The map appears when the model is loaded.</source>
        <translation>モデルを読み込むと構成図が表示されます。</translation>
    </message>
    <message>
        <source>These are the parts of the model in memory and the tensors they hand on to each other when a picture of your size is made. The part at work is lit. Press one to see what it is made of.</source>
        <translation>メモリ上にあるモデルの各パーツと、選んだサイズの画像を生成するときに受け渡されるテンソルです。動作中のパーツが光ります。押すと、その中身が表示されます。</translation>
    </message>
    <message>
        <source>What is shown of the part</source>
        <translation>パーツの表示内容</translation>
    </message>
    <message>
        <source>What the part is made of</source>
        <translation>パーツの中身</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>重みなし</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>パラメーター {count}個</translation>
    </message>
    <message>
        <source>{name}: {count} parameters, {size} in memory</source>
        <translation>{name}：パラメーター {count}個、メモリ {size}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Denoising</source>
        <translation>ノイズ除去(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>言語(&amp;N)</translation>
    </message>
    <message>
        <source>Ratin&amp;g</source>
        <translation>評価(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Amplification</source>
        <translation>増幅</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>増幅表示</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>交互表示</translation>
    </message>
    <message>
        <source>Blink by itself</source>
        <translation>自動で切り替え</translation>
    </message>
    <message>
        <source>Blink by itself (P)</source>
        <translation>自動で切り替え（P）</translation>
    </message>
    <message>
        <source>Changes a second</source>
        <translation>1秒あたりの切り替え回数</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>比較しています…</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Drag the line, or move it with ← and →</source>
        <translation>線をドラッグするか、←と→で動かします</translation>
    </message>
    <message>
        <source>Hold Space to see B</source>
        <translation>スペースキーを押している間、Bを表示します</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>スライダー</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>AとBを入れ替え</translation>
    </message>
    <message>
        <source>The same, pixel for pixel</source>
        <translation>全ピクセルが一致</translation>
    </message>
    <message>
        <source>Zoom and pan go together</source>
        <translation>拡大縮小と移動は連動します</translation>
    </message>
    <message>
        <source>{rate} × a second</source>
        <translation>毎秒{rate}回</translation>
    </message>
    <message>
        <source>{share} % of the pixels differ · {mean} % on average · at most {most} %</source>
        <translation>ピクセルの{share}%が相違 · 平均{mean}% · 最大{most}%</translation>
    </message>
    <message>
        <source>× {gain}</source>
        <translation>× {gain}</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>All models</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>All models: yours, and more to download</source>
        <translation>すべてのモデル：手元のものとダウンロードできるもの</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>ほかのモデル…</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>モデルフォルダーを開く</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>モデルフォルダーを開く…</translation>
    </message>
</context>
<context>
    <name>NeighbourStrip</name>
    <message>
        <source>Neighbours</source>
        <translation>前後の画像</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Lnバイト</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>OfferPage</name>
    <message>
        <source>Build</source>
        <translation>ビルド</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>ドライバー</translation>
    </message>
    <message>
        <source>From</source>
        <translation>取得元</translation>
    </message>
    <message>
        <source>It is used once the app has started anew.</source>
        <translation>アプリを再起動すると使われます。</translation>
    </message>
    <message>
        <source>Make pictures with your graphics card</source>
        <translation>GPUで画像を生成</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必要なもの</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>ディスク使用量</translation>
    </message>
    <message>
        <source>Pictures are made with it since the start of the app.</source>
        <translation>アプリの起動時から、画像の生成に使われています。</translation>
    </message>
    <message>
        <source>The app comes with torch for the processor. For your card it needs another build of it, which is fetched once and kept on this computer.</source>
        <translation>アプリにはCPU用のtorchが付属しています。GPUを使うには別のビルドが必要です。一度だけ取得し、このコンピューターに保存します。</translation>
    </message>
    <message>
        <source>There is not enough room: {size} are needed while it is unpacked.</source>
        <translation>空き容量が足りません。展開中に{size}必要です。</translation>
    </message>
    <message>
        <source>What was fetched before (torch {version}) is for another version of the app; it is removed once the new one works.</source>
        <translation>以前に取得したもの（torch {version}）は、アプリの別のバージョン用です。新しいものが動作したら削除します。</translation>
    </message>
    <message>
        <source>Your graphics card is ready</source>
        <translation>GPUの準備ができました</translation>
    </message>
    <message>
        <source>Your graphics card is used</source>
        <translation>GPUを使っています</translation>
    </message>
    <message>
        <source>about {size}; {free} are free</source>
        <translation>約{size}（空き{free}）</translation>
    </message>
    <message>
        <source>{size}, of which {there} are here already</source>
        <translation>{size}（うち{there}は取得済み）</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>フォルダーを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>登録解除(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Offline: ask nothing of the network</source>
        <translation>オフライン：ネットワークを使わない(&amp;O)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>モデルのフォルダーを追加</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>ハブのアドレス</translation>
    </message>
    <message>
        <source>Address of the hub, or of a mirror of it</source>
        <translation>ハブまたはそのミラーのアドレス</translation>
    </message>
    <message>
        <source>An address begins with https://, as in https://huggingface.co.</source>
        <translation>アドレスは、https://huggingface.co のように https:// で始まります。</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>モデルのフォルダー</translation>
    </message>
    <message>
        <source>Forget the &amp;token</source>
        <translation>アクセストークンを消去(&amp;T)</translation>
    </message>
    <message>
        <source>Forget the folder</source>
        <translation>フォルダーの登録を解除</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>アクセストークンを消去</translation>
    </message>
    <message>
        <source>Looked through where they are, such as the models folder of A1111 or ComfyUI; nothing is copied. Forgetting one leaves its files alone.</source>
        <translation>A1111やComfyUIのmodelsフォルダーなどを、その場所のまま調べます。コピーは作りません。登録を解除してもファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Settings of the library</source>
        <translation>ライブラリの設定</translation>
    </message>
    <message>
        <source>The token for this hub, if there is one, is kept by the system&apos;s keyring.</source>
        <translation>このハブ用のアクセストークンがあれば、システムのキーリングに保管されます。</translation>
    </message>
    <message>
        <source>The token is forgotten.</source>
        <translation>アクセストークンを消去しました。</translation>
    </message>
    <message>
        <source>There was no token.</source>
        <translation>アクセストークンはありませんでした。</translation>
    </message>
</context>
<context>
    <name>OrderControl</name>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>{what}をやり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>{what}を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>やり直しました：{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>元に戻しました：{what}</translation>
    </message>
    <message numerus="yes">
        <source>collection “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のコレクション「{name}」</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>favourite mark of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のお気に入りマーク</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rating of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像の評価</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のタグ「{name}」</numerusform>
        </translation>
    </message>
    <message>
        <source>deleting of the collection “{name}”</source>
        <translation>コレクション「{name}」の削除</translation>
    </message>
    <message>
        <source>renaming of “{name}”</source>
        <translation>「{name}」の名前の変更</translation>
    </message>
</context>
<context>
    <name>PairedStrips</name>
    <message>
        <source>Steps of both runs</source>
        <translation>両方のステップ</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>コピー(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>コードをコピー</translation>
    </message>
    <message>
        <source>Plain diffusers; it gives the same numbers as it stands.</source>
        <translation>diffusersだけで書かれており、そのまま実行すると同じ数値になります。</translation>
    </message>
    <message>
        <source>Progress of the answer</source>
        <translation>処理の進行状況</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)…</source>
        <translation>画像として保存（PNG）…</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)…</source>
        <translation>数値を保存（CSV）…</translation>
    </message>
    <message>
        <source>Show the &amp;code</source>
        <translation>コードを表示(&amp;C)</translation>
    </message>
    <message>
        <source>The code comes together with the numbers.</source>
        <translation>コードは数値と一緒に表示されます。</translation>
    </message>
    <message>
        <source>The code of {title}</source>
        <translation>{title}のコード</translation>
    </message>
</context>
<context>
    <name>PartField</name>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>モデル自身のもの</translation>
    </message>
</context>
<context>
    <name>PictureExportControl</name>
    <message>
        <source>Contact sheet in “{folder}”: {pictures}.</source>
        <translation>「{folder}」にコンタクトシートを保存しました：{pictures}。</translation>
    </message>
    <message>
        <source>Could not be read: {count}.</source>
        <translation>読み取れなかったもの：{count}件。</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>詳細…</translation>
    </message>
    <message>
        <source>Exported to “{folder}”: {pictures}.</source>
        <translation>「{folder}」に{pictures}をエクスポートしました。</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>エクスポート中：{done}/{total}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>エクスポートしています…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Pictures that could not be read</source>
        <translation>読み取れなかった画像</translation>
    </message>
    <message>
        <source>Stop exporting</source>
        <translation>エクスポートを停止</translation>
    </message>
    <message>
        <source>The export was stopped. In “{folder}”: {pictures}.</source>
        <translation>エクスポートを停止しました。「{folder}」にあるもの：{pictures}。</translation>
    </message>
    <message>
        <source>Without settings, for which the format has no room: {count}.</source>
        <translation>形式の制約により設定を入れられなかったもの：{count}件。</translation>
    </message>
</context>
<context>
    <name>PictureExportDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>エクスポート(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>ファイル名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>画質(&amp;Q)</translation>
    </message>
    <message>
        <source>A sheet shows seed and prompt below each picture.</source>
        <translation>シートでは、各画像の下にシード値とプロンプトが入ります。</translation>
    </message>
    <message>
        <source>All in one PNG, with seed and prompt</source>
        <translation>シード値とプロンプト付きで1枚のPNGに</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>コンタクトシート</translation>
    </message>
    <message>
        <source>Every pixel as it is</source>
        <translation>ピクセルを完全に保ちます</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln枚の画像のエクスポート</numerusform>
        </translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>フォルダー(&amp;O)</translation>
    </message>
    <message>
        <source>Files that are there already are never replaced.</source>
        <translation>既にあるファイルを置き換えることはありません。</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>エクスポート先のフォルダー</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Keep the &amp;settings in the files</source>
        <translation>ファイルに設定を残す(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the settings in the files</source>
        <translation>ファイルに設定を残す</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Put together from {fields}</source>
        <translation>使える項目：{fields}</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>画質</translation>
    </message>
    <message>
        <source>Small, and every program shows it</source>
        <translation>小さく、どのプログラムでも表示できます</translation>
    </message>
    <message>
        <source>Smaller still, for web pages</source>
        <translation>さらに小さく、Webページ向け</translation>
    </message>
    <message>
        <source>The files tell nothing of how they were made.</source>
        <translation>ファイルには、どのように作ったかの情報が入りません。</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>Whoever gets the files can read prompt and seed.</source>
        <translation>ファイルを受け取った人は、プロンプトとシード値を読めます。</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Picture {letter}</source>
        <translation>画像 {letter}</translation>
    </message>
    <message>
        <source>Take {letter} out</source>
        <translation>{letter}を外す</translation>
    </message>
    <message>
        <source>This picture cannot be shown: its file is missing or damaged.</source>
        <translation>この画像は表示できません。ファイルがないか、壊れています。</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Use the picture on the canvas</source>
        <translation>キャンバスの画像を使う(&amp;U)</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>ここに画像をドロップ</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP.</source>
        <translation>PNG、JPEG、WebPに対応しています。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>「{name}」を読み取っています…</translation>
    </message>
    <message>
        <source>The picture could not be read; the log has the details.</source>
        <translation>画像を読み取れませんでした。詳細はログにあります。</translation>
    </message>
    <message>
        <source>There is no picture on the canvas. Make or choose one first.</source>
        <translation>キャンバスに画像がありません。先に画像を生成するか選択してください。</translation>
    </message>
    <message>
        <source>Use the picture on the canvas</source>
        <translation>キャンバスの画像を使う</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}、{width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, shrunk to {small_width} × {small_height}</source>
        <translation>{name}、{width} × {height}（{small_width} × {small_height}に縮小）</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Here: {told}.</source>
        <translation>現在位置：{told}。</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln point(s), from {first} to {last}, least {least}, most {most}.</source>
        <translation>
            <numerusform>{name}：%Ln点、{first}から{last}まで、最小 {least}、最大 {most}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Always keep the denoising with the picture</source>
        <translation>ノイズ除去の過程を常に画像と一緒に残す(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;May take up to</source>
        <translation>使ってよい時間(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Show a preview</source>
        <translation>プレビューを表示(&amp;S)</translation>
    </message>
    <message>
        <source>A small network that stands in for the VAE of your model: a folder in diffusers&apos; format.</source>
        <translation>モデルのVAEの代わりを務める小さなネットワークです（diffusers形式のフォルダー）。</translation>
    </message>
    <message>
        <source>Always keep the denoising with the picture</source>
        <translation>ノイズ除去の過程を常に画像と一緒に残す</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選択(&amp;H)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>クリア(&amp;L)</translation>
    </message>
    <message>
        <source>Choose the tiny autoencoder&apos;s folder</source>
        <translation>小型オートエンコーダーのフォルダーを選択</translation>
    </message>
    <message>
        <source>Every 10th step</source>
        <translation>10ステップごと</translation>
    </message>
    <message>
        <source>Every 2nd step</source>
        <translation>2ステップごと</translation>
    </message>
    <message>
        <source>Every 5th step</source>
        <translation>5ステップごと</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>毎ステップ</translation>
    </message>
    <message>
        <source>Memory for &amp;denoisings</source>
        <translation>ノイズ除去の過程に使うメモリ(&amp;D)</translation>
    </message>
    <message>
        <source>Memory for denoisings, in megabytes</source>
        <translation>ノイズ除去の過程に使うメモリ（MB）</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message numerus="yes">
        <source>One in %Ln step(s)</source>
        <translation>
            <numerusform>%Lnステップごと</numerusform>
        </translation>
    </message>
    <message>
        <source>Percent of the denoising time that previews may take</source>
        <translation>ノイズ除去の時間のうち、プレビューに使ってよい割合（%）</translation>
    </message>
    <message>
        <source>Previews</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Show a preview</source>
        <translation>プレビューの表示</translation>
    </message>
    <message>
        <source>The best decoder that fits is used: the model&apos;s own VAE, a tiny autoencoder if you have one, else a quick estimate.</source>
        <translation>使える中で最良のデコーダーを使います。モデル自身のVAE、あれば小型オートエンコーダー、どちらも使えなければ簡易推定です。</translation>
    </message>
    <message>
        <source>Tiny autoencoder</source>
        <translation>小型オートエンコーダー</translation>
    </message>
    <message>
        <source>Use no tiny autoencoder</source>
        <translation>小型オートエンコーダーを使わない</translation>
    </message>
    <message>
        <source>for those of the latest pictures</source>
        <translation>（最近の画像の分）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>of the denoising time</source>
        <translation>（ノイズ除去の時間のうち）</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>&amp;Prompt</source>
        <translation>プロンプト(&amp;P)</translation>
    </message>
    <message>
        <source>Describe the picture</source>
        <translation>描きたい画像の説明</translation>
    </message>
    <message>
        <source>Fills in a prompt that this model can draw</source>
        <translation>このモデルが描けるプロンプトを入力します</translation>
    </message>
    <message numerus="yes">
        <source>Knows %Ln thing(s)</source>
        <translation>
            <numerusform>%Ln種類を描けます</numerusform>
        </translation>
    </message>
    <message>
        <source>Knows {things} things in {colours} colours: click to see and insert</source>
        <translation>{things}種類のものを{colours}色で描けます。クリックすると一覧から挿入できます</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>プロンプトの長さ</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>S&amp;urprise me</source>
        <translation>おまかせ(&amp;U)</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>おまかせ</translation>
    </message>
    <message>
        <source>The model reads up to “…{end}”; the rest is ignored.</source>
        <translation>モデルが読むのは「…{end}」までです。残りは無視されます。</translation>
    </message>
    <message>
        <source>Try: {example}</source>
        <translation>試す：{example}</translation>
    </message>
    <message>
        <source>Words this model knows</source>
        <translation>このモデルが知っている単語</translation>
    </message>
    <message>
        <source>{tokens} / {most} tokens</source>
        <translation>{tokens}/{most}トークン</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>&amp;Advanced</source>
        <translation>詳細設定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>固定(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>ネガティブプロンプト(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>シード値(&amp;S)</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Guidance sca&amp;le</source>
        <translation>ガイダンススケール(&amp;L)</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>ガイダンススケール</translation>
    </message>
    <message>
        <source>How closely the picture follows the prompt; very high values look burnt</source>
        <translation>画像がプロンプトにどれだけ忠実か。大きすぎると焼けたような画像になります</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>シード値を固定</translation>
    </message>
    <message>
        <source>Make the picture</source>
        <translation>画像を生成</translation>
    </message>
    <message>
        <source>More steps take longer and add detail</source>
        <translation>多いほど時間はかかりますが、細部が増えます</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>新しいランダムなシード値</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>画像の枚数</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>枚数(&amp;I)</translation>
    </message>
    <message>
        <source>Pictures per Generate, with consecutive seeds</source>
        <translation>1回の生成で作る枚数（シード値は連番）</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>ステップ数(&amp;T)</translation>
    </message>
    <message>
        <source>Sche&amp;duler</source>
        <translation>スケジューラー(&amp;D)</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>スケジューラー</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード値</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止して残す</translation>
    </message>
    <message>
        <source>Stop this press of Generate ({stop}); {stop_all} stops all</source>
        <translation>今回の生成を停止（{stop}）。{stop_all}ですべて停止</translation>
    </message>
    <message>
        <source>Stop, and keep what is seen now as the picture</source>
        <translation>停止し、今見えているものを画像として残す</translation>
    </message>
    <message>
        <source>{generate} to generate · {stop} to stop</source>
        <translation>{generate}で生成 · {stop}で停止</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture</source>
        <translation>シード値と設定が同じなら、同じ画像になります</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on.</source>
        <translation>このモデルはプロンプトを使いません。学習したものを描きます。</translation>
    </message>
    <message>
        <source>Use this seed again; otherwise each Generate chooses a new one</source>
        <translation>このシード値を使い続けます。オフのときは生成のたびに新しく選ばれます</translation>
    </message>
    <message>
        <source>What the picture should not show</source>
        <translation>画像に描いてほしくないもの</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Lnステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>(no prompt)</source>
        <translation>（プロンプトなし）</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>シード値 {seed}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>&amp;Clear queue</source>
        <translation>キューをクリア(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to make</source>
        <translation>
            <numerusform>生成する画像：%Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear queue</source>
        <translation>キューをクリア</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Nothing waits. Each press of Generate puts its pictures here.</source>
        <translation>待機中のものはありません。［生成］を押すたびに、その画像がここに並びます。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Stops what runs and drops what waits</source>
        <translation>実行中のものを停止し、待機中のものを取り除きます</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Words by attention</source>
        <translation>アテンション順の単語</translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Rating (keys 1 to 5, 0 for none) and favourite (F)</source>
        <translation>評価（1～5キー、0でなし）とお気に入り（F）</translation>
    </message>
    <message>
        <source>{rating} of {most}</source>
        <translation>{rating}/{most}</translation>
    </message>
    <message>
        <source>{rating}, favourite</source>
        <translation>{rating}、お気に入り</translation>
    </message>
</context>
<context>
    <name>Reuse</name>
    <message>
        <source>And {count} more of the kind.</source>
        <translation>同様のものがほかに{count}件あります。</translation>
    </message>
    <message>
        <source>The model in use cannot be run with “{name}”: the scheduler stays.</source>
        <translation>使用中のモデルは「{name}」では動作しません。スケジューラーは変更しません。</translation>
    </message>
    <message>
        <source>The model “{name}” is not on this machine: the present one stays.</source>
        <translation>モデル「{name}」はこのコンピューターにありません。今のモデルのままにします。</translation>
    </message>
    <message>
        <source>The picture does not say which model made it: the present one stays.</source>
        <translation>この画像には生成に使ったモデルの情報がありません。今のモデルのままにします。</translation>
    </message>
    <message>
        <source>another one each time</source>
        <translation>毎回新しい値</translation>
    </message>
    <message>
        <source>“{name}” is not on this machine: it is left out.</source>
        <translation>「{name}」はこのコンピューターにありません。これは除外します。</translation>
    </message>
</context>
<context>
    <name>ReuseControl</name>
    <message>
        <source>Settings taken over, but for what this model does not take: {names}.</source>
        <translation>設定を適用しました。ただし、このモデルで使えない次のものは除きます：{names}。</translation>
    </message>
    <message>
        <source>Settings taken over.</source>
        <translation>設定を適用しました。</translation>
    </message>
    <message>
        <source>The panel has these settings already.</source>
        <translation>パネルは既にこの設定です。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>ReuseDialog</name>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Don’t ask when nothing is missing</source>
        <translation>不足がないときは確認しない(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>適用(&amp;T)</translation>
    </message>
    <message>
        <source>Don’t ask when nothing is missing</source>
        <translation>不足がないときは確認しない</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Only the &amp;prompt</source>
        <translation>プロンプトのみ(&amp;P)</translation>
    </message>
    <message>
        <source>Only the s&amp;eed</source>
        <translation>シード値のみ(&amp;E)</translation>
    </message>
    <message>
        <source>Open the model &amp;library</source>
        <translation>モデルライブラリを開く(&amp;L)</translation>
    </message>
    <message>
        <source>Open the model library</source>
        <translation>モデルライブラリを開く</translation>
    </message>
    <message>
        <source>Reuse settings</source>
        <translation>設定の再利用</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Settings that change</source>
        <translation>変わる設定</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>適用後</translation>
    </message>
    <message>
        <source>What is ticked changes</source>
        <translation>チェックした項目が変わります</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>then</source>
        <translation>適用後</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>needs a token</source>
        <translation>アクセストークンが必要</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Decoding the picture…</source>
        <translation>画像をデコードしています…</translation>
    </message>
    <message>
        <source>Denoising · step {index} of {total}</source>
        <translation>ノイズ除去中 · ステップ {index}/{total}</translation>
    </message>
    <message>
        <source>Denoising…</source>
        <translation>ノイズ除去中…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>モデルを読み込んでいます…</translation>
    </message>
    <message>
        <source>Reading the prompt…</source>
        <translation>プロンプトを読み取っています…</translation>
    </message>
    <message>
        <source>Saving the picture…</source>
        <translation>画像を保存しています…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}時間{minutes}分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}分{seconds}秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{step} · {time} left</source>
        <translation>{step} · 残り{time}</translation>
    </message>
</context>
<context>
    <name>SchedulePane</name>
    <message>
        <source>&amp;Noise</source>
        <translation>ノイズ(&amp;N)</translation>
    </message>
    <message>
        <source>A picture forms in steps, each with less noise than the one before. The scheduler decides which: σ is the amount of noise, the timestep t is how the network is told of it, and ᾱ is the share of the picture at each t.</source>
        <translation>画像は、前よりノイズの少ない状態へとステップごとにできていきます。その進み方を決めるのがスケジューラーです。σはノイズの量、タイムステップtはそれをネットワークに伝える値、ᾱは各tで画像が占める割合です。</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比較の相手(&amp;W)</translation>
    </message>
    <message>
        <source>Compare with another scheduler</source>
        <translation>別のスケジューラーと比較</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Noise schedule to compare with</source>
        <translation>比較するノイズスケジュール</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Share of the picture (alphas_cumprod)</source>
        <translation>画像の割合（alphas_cumprod）</translation>
    </message>
    <message>
        <source>The numbers of each step</source>
        <translation>各ステップの数値</translation>
    </message>
    <message>
        <source>The schedule appears when the model is loaded.</source>
        <translation>モデルを読み込むとスケジュールが表示されます。</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>この画像</translation>
    </message>
    <message>
        <source>Timesteps</source>
        <translation>タイムステップ</translation>
    </message>
    <message>
        <source>Whose schedule</source>
        <translation>スケジュールの対象</translation>
    </message>
    <message>
        <source>as the model was trained</source>
        <translation>モデルの学習時のまま</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>the same scheduler</source>
        <translation>同じスケジューラー</translation>
    </message>
    <message>
        <source>σ</source>
        <translation>σ</translation>
    </message>
    <message>
        <source>ᾱ</source>
        <translation>ᾱ</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Clear the search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>Search ({keys}), for example:</source>
        <translation>検索（{keys}）の例：</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>ギャラリーを検索</translation>
    </message>
    <message>
        <source>Search words, tag:…</source>
        <translation>検索：単語、tag:…</translation>
    </message>
    <message>
        <source>What this word could be</source>
        <translation>この単語の候補</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Branched</source>
        <translation>分岐</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>スケジューラー</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード値</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Swapped parts</source>
        <translation>差し替えたパーツ</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>ステップ {step}</translation>
    </message>
    <message>
        <source>{name} (built in)</source>
        <translation>{name}（内蔵）</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>&amp;Only differences</source>
        <translation>相違点のみ(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ</source>
        <translation>
            <numerusform>%Ln個の設定が異なります</numerusform>
        </translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>相違点のみ</translation>
    </message>
    <message>
        <source>Settings of the pictures</source>
        <translation>画像の設定</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>設定は同じです</translation>
    </message>
    <message>
        <source>{setting} (differs)</source>
        <translation>{setting}（相違あり）</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>A pane by its number</source>
        <translation>番号で表示を切り替え</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>複数選択</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+ホイール</translation>
    </message>
    <message>
        <source>First step, newest step</source>
        <translation>最初のステップ、最新のステップ</translation>
    </message>
    <message>
        <source>From picture to picture</source>
        <translation>画像間を移動</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>In full size</source>
        <translation>フルサイズ表示中</translation>
    </message>
    <message>
        <source>In the X-ray</source>
        <translation>X線</translation>
    </message>
    <message>
        <source>In the gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>One step, five steps</source>
        <translation>1ステップ、5ステップ移動</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>相違点のみ</translation>
    </message>
    <message>
        <source>Picture, noisy, side by side, noise</source>
        <translation>画像、ノイズあり、並べて表示、ノイズ</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>再生／一時停止</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Settings of the picture</source>
        <translation>画像の設定</translation>
    </message>
    <message>
        <source>Side by side, slider, blink, difference</source>
        <translation>並べて表示、スライダー、交互表示、差分</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>サムネイルの大きさ</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Swap the pictures</source>
        <translation>画像を入れ替え</translation>
    </message>
    <message>
        <source>While comparing</source>
        <translation>比較中</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>拡大縮小</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>No shortcut is called so.</source>
        <translation>該当するショートカットはありません。</translation>
    </message>
    <message>
        <source>Search by what it does, or by key</source>
        <translation>機能またはキーで検索</translation>
    </message>
    <message>
        <source>Search for a shortcut</source>
        <translation>ショートカットを検索</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Family</source>
        <translation>系譜</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Queue ({count})</source>
        <translation>キュー（{count}）</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>X線</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Choose both sides yourself</source>
        <translation>幅と高さを自分で指定します</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>From {least} to {most} pixels, in steps of {factor}</source>
        <translation>{least}～{most}ピクセル、{factor}刻み</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高さ（ピクセル）</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横長</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>縦長</translation>
    </message>
    <message>
        <source>Size: {shape}</source>
        <translation>サイズ：{shape}</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>幅（ピクセル）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>{side} × {side} pixels, the only size of this model</source>
        <translation>{side} × {side}ピクセル（このモデルで使える唯一のサイズ）</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height}ピクセル</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Parts of the library</source>
        <translation>ライブラリの区分</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>No model is in memory yet. Make a picture first.</source>
        <translation>メモリにモデルがまだありません。先に画像を生成してください。</translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>Latents</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>Make a picture, then choose a step in the timeline.</source>
        <translation>画像を生成し、タイムラインでステップを選んでください。</translation>
    </message>
    <message>
        <source>One step of denoising: from a noisy picture xₜ the network predicts the noise; taking it away gives x₀, and the scheduler goes a little of that way.</source>
        <translation>ノイズ除去の1ステップです。ノイズありの画像xₜからネットワークがノイズを予測し、それを取り除くとx₀になります。スケジューラーはその方向へ少しだけ進みます。</translation>
    </message>
    <message>
        <source>Root mean square at each step</source>
        <translation>各ステップの二乗平均平方根</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>The predicted noise</source>
        <translation>予測ノイズ</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>predicted noise</source>
        <translation>予測ノイズ</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step {index} of {count} · t = {timestep} · σ = {sigma}</source>
        <translation>ステップ {index}/{count} · t = {timestep} · σ = {sigma}</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>最後のステップ</translation>
    </message>
    <message>
        <source>unit normal</source>
        <translation>標準正規分布</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>x₀: predicted</source>
        <translation>x₀：予測</translation>
    </message>
    <message>
        <source>xₜ: noisy</source>
        <translation>xₜ：ノイズあり</translation>
    </message>
    <message>
        <source>xₜ₋₁: handed on</source>
        <translation>xₜ₋₁：次へ渡す</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Something went wrong that should not have ({kind}). The log has the details; the app goes on.</source>
        <translation>予期しない問題が起きました（{kind}）。詳細はログにあります。アプリはそのまま使えます。</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Branch from here…</source>
        <translation>ここから分岐…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Keep this step as a picture</source>
        <translation>このステップを画像として残す</translation>
    </message>
    <message>
        <source>Make another picture that differs from this step on</source>
        <translation>このステップから先が異なる、別の画像を生成します</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>もう一度生成</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>次のステップ</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>ノイズあり</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>前のステップ</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Step {index} of {total}</source>
        <translation>ステップ {index}/{total}</translation>
    </message>
    <message>
        <source>Taken over from the picture it branched from</source>
        <translation>分岐元の画像から引き継ぎ</translation>
    </message>
    <message>
        <source>The noise that the model finds in it (predicted ε)</source>
        <translation>モデルがこの中に見つけるノイズ（予測ε）</translation>
    </message>
    <message>
        <source>The noisy picture (xₜ) and the foreseen one (x₀) next to each other</source>
        <translation>ノイズありの画像（xₜ）と予測画像（x₀）を並べて表示</translation>
    </message>
    <message>
        <source>The picture as the model foresees it at this step (predicted x₀)</source>
        <translation>このステップでモデルが予測する画像（予測x₀）</translation>
    </message>
    <message>
        <source>This step is the same as in the picture this one branched from</source>
        <translation>このステップは分岐元の画像と同じです</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>表示：{view}</translation>
    </message>
    <message>
        <source>What the step begins with: the picture under its noise (xₜ)</source>
        <translation>このステップの出発点：ノイズに覆われた画像（xₜ）</translation>
    </message>
</context>
<context>
    <name>TimelineControl</name>
    <message>
        <source>Each step of the denoising appears here, to be looked at and branched from.</source>
        <translation>ノイズ除去の各ステップがここに表示されます。見ることも、そこから分岐することもできます。</translation>
    </message>
    <message>
        <source>Make it again to look inside</source>
        <translation>内部を見るにはもう一度生成</translation>
    </message>
    <message>
        <source>Nothing is known of how this picture was made.</source>
        <translation>この画像の生成方法は分かりません。</translation>
    </message>
    <message>
        <source>Step {step}: {view}</source>
        <translation>ステップ {step}：{view}</translation>
    </message>
    <message>
        <source>The denoising of this picture was not kept.</source>
        <translation>この画像のノイズ除去の過程は残されていません。</translation>
    </message>
    <message>
        <source>noisy latents</source>
        <translation>ノイズありの潜在表現</translation>
    </message>
    <message>
        <source>predicted noise</source>
        <translation>予測ノイズ</translation>
    </message>
    <message>
        <source>predicted picture</source>
        <translation>予測画像</translation>
    </message>
    <message>
        <source>predicted picture and noisy latents</source>
        <translation>予測画像とノイズありの潜在表現</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>A token for the hub</source>
        <translation>ハブのアクセストークン</translation>
    </message>
    <message>
        <source>It is kept by your system&apos;s keyring, not by the app.</source>
        <translation>アプリではなく、システムのキーリングに保管されます。</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>ページを開く(&amp;P)</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>Save and download</source>
        <translation>保存してダウンロード</translation>
    </message>
    <message>
        <source>The makers of “{name}” want you to agree to their terms. Do so on its page, signed in to your account, and make a token there that may read:</source>
        <translation>「{name}」の作成者は、利用条件への同意を求めています。アカウントにサインインしてそのページで同意し、読み取り権限のあるアクセストークンを作成してください：</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>アクセストークン</translation>
    </message>
</context>
<context>
    <name>TokenFlow</name>
    <message>
        <source>+ {count} more</source>
        <translation>＋ほか{count}個</translation>
    </message>
    <message>
        <source>+ {count} padding</source>
        <translation>＋パディング{count}個</translation>
    </message>
    <message>
        <source>The model reads no further: {most} tokens</source>
        <translation>モデルが読むのはここまで：{most}トークン</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>position {place} · id {id} · “{text}”</source>
        <translation>位置 {place} · ID {id} · 「{text}」</translation>
    </message>
    <message>
        <source>stands for “{typed}”</source>
        <translation>「{typed}」を表す</translation>
    </message>
    <message>
        <source>{used} tokens are read, {cut} are cut off.</source>
        <translation>{used}トークンが読まれ、{cut}トークンが切り捨てられます。</translation>
    </message>
</context>
<context>
    <name>TokensPane</name>
    <message numerus="yes">
        <source>%Ln more are cut off.</source>
        <translation>
            <numerusform>さらに%Lnトークンが切り捨てられます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>Point at a token to see what it stands for.</source>
        <translation>トークンにポインターを合わせると、その意味が表示されます。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>The model does not read letters or words. It reads numbers: each piece of the prompt has one in its vocabulary. What comes after the last one it can read has no effect on the picture.</source>
        <translation>モデルは文字や単語ではなく、数値を読みます。プロンプトの各断片には、語彙の中の番号があります。読める最後のトークンより後ろは、画像に影響しません。</translation>
    </message>
    <message>
        <source>The tokens appear when the model is loaded.</source>
        <translation>モデルを読み込むとトークンが表示されます。</translation>
    </message>
    <message>
        <source>This model reads no prompt, or does not tell its tokens.</source>
        <translation>このモデルはプロンプトを使わないか、トークンを公開していません。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Which prompt</source>
        <translation>表示するプロンプト</translation>
    </message>
    <message>
        <source>{used} of {most} tokens: {words} of the text and {marks} marks.</source>
        <translation>{used}/{most}トークン：テキスト{words}、記号{marks}。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A tokenizer cuts the prompt into pieces it knows, words or parts of words, and each piece has a number. There is room for so many pieces and no more: what comes after that is not read at all.</source>
        <translation>トークナイザーがプロンプトを、知っている断片（単語または単語の一部）に分けます。断片にはそれぞれ番号があります。入る数には限りがあり、それより後ろはまったく読まれません。</translation>
    </message>
    <message>
        <source>All of this happened to a small picture made of numbers, the latents. At the end a second network, the VAE, makes the large picture of it. What gets lost in the small one, such as tiny letters, no prompt can bring back.</source>
        <translation>ここまでの処理はすべて、数値でできた小さな画像、つまり潜在表現に対するものです。最後に、もう1つのネットワークであるVAEが、それを大きな画像にします。小さな文字のように潜在表現で失われたものは、どんなプロンプトでも取り戻せません。</translation>
    </message>
    <message>
        <source>And here it is</source>
        <translation>できあがり</translation>
    </message>
    <message>
        <source>At each step the network is asked twice, with your prompt and without it. The difference is what your words want, and the guidance scale says how many times that counts. Move the slider: too little and the words hardly matter, too much and the colours burn.</source>
        <translation>各ステップでネットワークには、プロンプトありとなしの2回尋ねます。その差が言葉の求めるもので、ガイダンススケールはそれを何倍にするかを表します。スライダーを動かしてみてください。小さすぎると言葉はほとんど効かず、大きすぎると色が焼けてしまいます。</translation>
    </message>
    <message>
        <source>At every step a network says what is noise, and the scheduler takes some of it away. The canvas shows what the network believed the finished picture to be at this step: early on a blur of all that is still possible. Drag along the timeline and watch it form.</source>
        <translation>各ステップで、ネットワークがどれがノイズかを答え、スケジューラーがその一部を取り除きます。キャンバスに見えるのは、そのステップでネットワークが予測した完成画像です。はじめのうちは、まだあり得るすべてが混ざったぼやけた像です。タイムラインをドラッグして、できていく様子を見てみましょう。</translation>
    </message>
    <message>
        <source>At first there is nothing but noise, like a television without a signal. The curve shows how much of it is left at each step. The scheduler decides how the way is divided: usually big steps first, and small ones at the end.</source>
        <translation>最初は、信号のないテレビのようなノイズしかありません。曲線は、各ステップでどれだけノイズが残っているかを示します。道のりの分け方を決めるのはスケジューラーで、ふつうは大きく始まり、最後は小さく進みます。</translation>
    </message>
    <message>
        <source>Every spot of the picture looks at your words, at some of them more than at others. To see it, press “Replay with attention”: the picture is made once more, and comes out the same. Then click a word.</source>
        <translation>画像の各位置は言葉を見ていて、よく見る単語とそうでない単語があります。それを見るには「アテンションを記録して再実行」を押してください。画像をもう一度生成しますが、結果は同じです。終わったら単語をクリックします。</translation>
    </message>
    <message>
        <source>It begins with your words</source>
        <translation>はじまりは言葉</translation>
    </message>
    <message>
        <source>Small becomes large</source>
        <translation>小さなものが大きくなります</translation>
    </message>
    <message>
        <source>Step by step, noise goes</source>
        <translation>ステップごとにノイズが減ります</translation>
    </message>
    <message>
        <source>The finished picture is a file of yours, and how it was made is written inside. Choose any picture here and open the X-ray again whenever you like. Now change one word of your prompt, and compare.</source>
        <translation>完成した画像はあなたのファイルで、作り方もその中に書き込まれています。ここで画像を選べば、いつでもまたX線を開けます。次は、プロンプトの単語を1つ変えて比べてみましょう。</translation>
    </message>
    <message>
        <source>The picture begins as noise</source>
        <translation>画像はノイズから始まります</translation>
    </message>
    <message>
        <source>The text encoder turns each token into a row of numbers: its meaning, so to speak, among the other words. Rows that point the same way mean something similar to the model. Nothing else of your words gets any further.</source>
        <translation>テキストエンコーダーは各トークンを数値の列に変えます。いわば、ほかの言葉の中での意味です。同じ方向を向く列は、モデルにとって似た意味を持ちます。言葉のうち、この先に伝わるのはこれだけです。</translation>
    </message>
    <message>
        <source>This is where you say what you want to see. The model cannot read letters, so the words become numbers first. The next cards follow them into the picture.</source>
        <translation>描きたいものはここに書きます。モデルは文字を読めないので、言葉はまず数値になります。次のカードから、それが画像になるまでを追っていきます。</translation>
    </message>
    <message>
        <source>Tokens get a meaning</source>
        <translation>トークンに意味が付きます</translation>
    </message>
    <message>
        <source>Where each word acted</source>
        <translation>それぞれの単語が効いた場所</translation>
    </message>
    <message>
        <source>Words are cut into tokens</source>
        <translation>言葉はトークンに分かれます</translation>
    </message>
    <message>
        <source>Your words steer</source>
        <translation>言葉が方向を決めます</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完了(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>ツアーを終了</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number}/{total}</translation>
    </message>
</context>
<context>
    <name>TourControl</name>
    <message>
        <source>How does this work?</source>
        <translation>仕組みの紹介</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成する</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>The tour begins when the model is loaded.</source>
        <translation>モデルの読み込みが終わると、ツアーが始まります。</translation>
    </message>
    <message>
        <source>The tour begins when the picture is finished.</source>
        <translation>画像が完成すると、ツアーが始まります。</translation>
    </message>
    <message>
        <source>The tour looks into the making of a picture. The built-in model makes a small one for it, in a few seconds.</source>
        <translation>このツアーでは、画像ができるまでの内部を見ていきます。そのための小さな画像を、内蔵モデルが数秒で生成します。</translation>
    </message>
    <message>
        <source>The tour looks into the making of your picture. For that it has to be made once more; it comes out the same.</source>
        <translation>このツアーでは、画像ができるまでの内部を見ていきます。そのために画像をもう一度生成します。結果は同じです。</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Open its page</source>
        <translation>ページを開く</translation>
    </message>
    <message>
        <source>sdstudio {version} is there. This is {own}.</source>
        <translation>sdstudio {version}が公開されています。使用中のバージョンは{own}です。</translation>
    </message>
</context>
<context>
    <name>VaePane</name>
    <message>
        <source>Difference, in levels of 255</source>
        <translation>差（255段階）</translation>
    </message>
    <message>
        <source>Fine texture and small text suffer.</source>
        <translation>細かな質感や小さな文字は崩れます。</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>PSNR {psnr} dB · scaling factor {factor}</source>
        <translation>PSNR {psnr} dB · スケーリング係数 {factor}</translation>
    </message>
    <message>
        <source>Shapes and quality</source>
        <translation>形状と品質</translation>
    </message>
    <message>
        <source>Stable Diffusion does not paint pixels but latents; the VAE makes latents of a picture and a picture of latents, and loses a little both ways.</source>
        <translation>Stable Diffusionが描くのはピクセルではなく潜在表現です。VAEは画像を潜在表現に、潜在表現を画像に変え、どちらの向きでも少し情報が失われます。</translation>
    </message>
    <message>
        <source>That can be seen easily.</source>
        <translation>違いがはっきり分かります。</translation>
    </message>
    <message>
        <source>That is hard to see.</source>
        <translation>違いはほとんど分かりません。</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>復元した画像</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>original</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{times} times fewer numbers. {told} On average, a colour is {levels} of 255 levels off.</source>
        <translation>数値の数は{times}分の1になります。{told}色のずれは、平均で255段階中{levels}段階です。</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back to the window</source>
        <translation>ウィンドウに戻る</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>フルサイズ表示</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>This picture cannot be shown: its file is missing or damaged.</source>
        <translation>この画像は表示できません。ファイルがないか、壊れています。</translation>
    </message>
    <message>
        <source>{picture} – sdstudio</source>
        <translation>{picture} – sdstudio</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
</context>
<context>
    <name>VocabularyPopup</name>
    <message>
        <source>Colours it knows</source>
        <translation>知っている色</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>単語を検索</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>例：{example}</translation>
    </message>
    <message>
        <source>In these colours</source>
        <translation>使える色</translation>
    </message>
    <message>
        <source>It does not know such a word.</source>
        <translation>その単語は知りません。</translation>
    </message>
    <message>
        <source>Things it can draw</source>
        <translation>描けるもの</translation>
    </message>
    <message>
        <source>Words this model knows</source>
        <translation>このモデルが知っている単語</translation>
    </message>
</context>
<context>
    <name>WatchedList</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>フォルダーを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>登録解除(&amp;F)</translation>
    </message>
    <message>
        <source>Pictures of a folder that is forgotten stay in the gallery.</source>
        <translation>登録を解除しても、そのフォルダーの画像はギャラリーに残ります。</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>フォルダーを監視</translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation>別のフォルダーを監視</translation>
    </message>
    <message>
        <source>Watch the folder no longer</source>
        <translation>フォルダーの監視をやめる</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>監視フォルダー</translation>
    </message>
    <message>
        <source>{folder} (copied)</source>
        <translation>{folder}（コピーを作成）</translation>
    </message>
    <message>
        <source>{folder} (not there)</source>
        <translation>{folder}（見つかりません）</translation>
    </message>
</context>
<context>
    <name>XrayPanel</name>
    <message>
        <source>Save as a picture</source>
        <translation>画像として保存</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>数値を保存</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>{path}に保存しました。</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>X線</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Fit</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>等倍</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Show which</source>
        <translation>対象を表示</translation>
    </message>
    <message>
        <source>Show which: {what}</source>
        <translation>対象を表示：{what}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>1 is as trained, and 0 leaves it without effect.</source>
        <translation>1で学習時のまま、0で効果なしです。</translation>
    </message>
    <message>
        <source>1 is as trained.</source>
        <translation>1で学習時のままです。</translation>
    </message>
    <message>
        <source>1024 pixels, with two text encoders; wants 8 GB on the card.</source>
        <translation>1024ピクセル、2つのテキストエンコーダー。GPUメモリ8 GBが必要です。</translation>
    </message>
    <message>
        <source>512 pixels with another text encoder; predicts the noise.</source>
        <translation>512ピクセル、別のテキストエンコーダー。ノイズを予測します。</translation>
    </message>
    <message>
        <source>768 pixels; to see what a model does that predicts v.</source>
        <translation>768ピクセル。vを予測するモデルの動きを見られます。</translation>
    </message>
    <message>
        <source>A branch keeps the {name} of its parent, which is {was}, not {wanted}.</source>
        <translation>分岐では親の{name}（{was}）が引き継がれ、{wanted}にはできません。</translation>
    </message>
    <message>
        <source>A branch needs both a parent and a step.</source>
        <translation>分岐には、親の画像とステップの両方が必要です。</translation>
    </message>
    <message>
        <source>A damaged one is set aside: try again.</source>
        <translation>壊れた一覧は別に保管されます。もう一度お試しください。</translation>
    </message>
    <message>
        <source>A file with tags beside the picture is damaged, too large, or no XMP.</source>
        <translation>画像の隣にあるタグのファイルが壊れているか、大きすぎるか、XMPではありません。</translation>
    </message>
    <message>
        <source>A model has no part called “{name}” that could be swapped.</source>
        <translation>モデルに、差し替え可能な「{name}」というパーツはありません。</translation>
    </message>
    <message>
        <source>A newer driver from NVIDIA may help.</source>
        <translation>NVIDIAの新しいドライバーで解決する場合があります。</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels does not fit into the memory of {device}.</source>
        <translation>{width} × {height}ピクセルの画像は{device}のメモリに収まりません。</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too small or too narrow for this model.</source>
        <translation>{width} × {height}ピクセルの画像は、このモデルには小さすぎるか細長すぎます。</translation>
    </message>
    <message>
        <source>A second model refined it, which is not carried over.</source>
        <translation>2つ目のモデルで仕上げられていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>A second pass refined it, which is not carried over.</source>
        <translation>2回目の処理で仕上げられていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>A small transformer behind a large text encoder.</source>
        <translation>大きなテキストエンコーダーと小さなTransformerの組み合わせ。</translation>
    </message>
    <message>
        <source>A smaller picture, fewer steps or another scheduler may help.</source>
        <translation>画像を小さくする、ステップ数を減らす、別のスケジューラーにする、といった方法を試してください。</translation>
    </message>
    <message>
        <source>A tag or a collection needs a name.</source>
        <translation>タグとコレクションには名前が必要です。</translation>
    </message>
    <message>
        <source>A transformer that learned flow matching; follows long prompts.</source>
        <translation>フローマッチングを学習したTransformer。長いプロンプトにも従います。</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels does not fit “{model}”: it must be a multiple of {factor}.</source>
        <translation>{name} {side}ピクセルは「{model}」に合いません。{factor}の倍数にしてください。</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels is too large for “{model}”.</source>
        <translation>{name} {side}ピクセルは、「{model}」には大きすぎます。</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels is too small for “{model}”.</source>
        <translation>{name} {side}ピクセルは、「{model}」には小さすぎます。</translation>
    </message>
    <message>
        <source>ADetailer made details anew, which is not carried over.</source>
        <translation>ADetailerで細部が描き直されていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Add --yes to do it.</source>
        <translation>実行するには --yes を付けてください。</translation>
    </message>
    <message>
        <source>Add fewer LoRAs, or close other programs.</source>
        <translation>LoRAを減らすか、ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>Add the folder it lies in to the models, or take “{tag}” out of the prompt.</source>
        <translation>LoRAのあるフォルダーをモデルのフォルダーに追加するか、プロンプトから「{tag}」を外してください。</translation>
    </message>
    <message>
        <source>Agree to them at {endpoint}/{repo_id}, then use a token of the same account.</source>
        <translation>{endpoint}/{repo_id} で同意してから、同じアカウントのアクセストークンを使ってください。</translation>
    </message>
    <message>
        <source>An adapter guided it, which is not carried over.</source>
        <translation>アダプターが使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Another picture guided it, which is not carried over.</source>
        <translation>別の画像が参照されていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Another version of the app may come with a torch that has one.</source>
        <translation>アプリの別のバージョンなら、対応するtorchがあるかもしれません。</translation>
    </message>
    <message>
        <source>As 3 medium, trained anew: better pictures and words in them.</source>
        <translation>3 mediumを学習し直したもの。画像も、画像内の文字も向上しています。</translation>
    </message>
    <message>
        <source>At a guidance scale of 1 or less there is no guidance: the network is asked with the prompt only.</source>
        <translation>ガイダンススケールが1以下ではガイダンスは働きません。ネットワークには、プロンプトありの場合だけを尋ねます。</translation>
    </message>
    <message>
        <source>Branch from the parent, or from step {first} on.</source>
        <translation>親の画像から、またはステップ {first}以降から分岐してください。</translation>
    </message>
    <message>
        <source>Cats of 256 pixels without a prompt, as in the first lesson on diffusion.</source>
        <translation>プロンプトなしで256ピクセルの猫を描きます。拡散モデルの入門講座でおなじみです。</translation>
    </message>
    <message>
        <source>Check its name. A private model needs a token that may read it.</source>
        <translation>名前を確認してください。非公開のモデルには、読み取り権限のあるアクセストークンが必要です。</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>ハブのアドレスを確認してください。</translation>
    </message>
    <message>
        <source>Check the address of the index.</source>
        <translation>インデックスのアドレスを確認してください。</translation>
    </message>
    <message>
        <source>Check the disk and the file&apos;s permissions.</source>
        <translation>ディスクと、ファイルのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Check the disk and the permissions, or download the model again.</source>
        <translation>ディスクとアクセス権を確認するか、モデルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Check the disk and the permissions.</source>
        <translation>ディスクとアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>フォルダーとそのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>フォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Check the network. Start the download again to go on where it stopped.</source>
        <translation>ネットワークを確認してください。もう一度ダウンロードを始めると、止まったところから続きます。</translation>
    </message>
    <message>
        <source>Check the path, or choose a folder.</source>
        <translation>パスを確認するか、フォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>パスを確認してください。</translation>
    </message>
    <message>
        <source>Choose a .safetensors checkpoint of Stable Diffusion 1, 2 or XL.</source>
        <translation>Stable Diffusion 1、2、XLの .safetensors チェックポイントを選んでください。</translation>
    </message>
    <message>
        <source>Choose a .safetensors checkpoint, or a folder that holds model_index.json.</source>
        <translation>.safetensors のチェックポイントか、model_index.jsonのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose a .safetensors file.</source>
        <translation>.safetensors ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a LoRA&apos;s .safetensors file.</source>
        <translation>LoRAの .safetensors ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG or WebP file.</source>
        <translation>PNG、JPEG、WebPのファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a checkpoint with everything in one file.</source>
        <translation>すべてが1つのファイルに入ったチェックポイントを選んでください。</translation>
    </message>
    <message>
        <source>Choose a file name.</source>
        <translation>ファイル名を選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder of models, or a file that ends in .safetensors.</source>
        <translation>モデルのフォルダーか、末尾が .safetensors のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a folder with an AutoencoderTiny in diffusers&apos; format.</source>
        <translation>diffusers形式のAutoencoderTinyのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose a larger one.</source>
        <translation>より大きい画像を選んでください。</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>モデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .gif, .webp or .mp4, or in .png for a sheet of all steps.</source>
        <translation>末尾が .gif、.webp、.mp4 の名前か、全ステップを1枚にまとめる .png の名前を選んでください。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .webp or .gif, or install ffmpeg.</source>
        <translation>末尾が .webp か .gif の名前を選ぶか、ffmpegをインストールしてください。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .webp or .gif; the log has what ffmpeg said.</source>
        <translation>末尾が .webp か .gif の名前を選んでください。ffmpegのメッセージはログにあります。</translation>
    </message>
    <message>
        <source>Choose a repository in diffusers&apos; format.</source>
        <translation>diffusers形式のリポジトリを選んでください。</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>より小さいサイズを選んでください。</translation>
    </message>
    <message>
        <source>Choose a whole model.</source>
        <translation>モデル全体を選んでください。</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>選び直してください。</translation>
    </message>
    <message>
        <source>Choose another checkpoint.</source>
        <translation>別のチェックポイントを選んでください。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <translation>別のフォルダーを選ぶか、アクセス権を変更してください。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another model of the same family.</source>
        <translation>同じ系列の別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Choose another number of steps (20 is usual) or another scheduler.</source>
        <translation>別のステップ数（通常は20）か、別のスケジューラーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another scheduler.</source>
        <translation>別のスケジューラーを選んでください。</translation>
    </message>
    <message>
        <source>Choose at least {fewest} steps.</source>
        <translation>{fewest}ステップ以上を選んでください。</translation>
    </message>
    <message>
        <source>Choose from: {known}.</source>
        <translation>次の中から選んでください：{known}。</translation>
    </message>
    <message>
        <source>Choose its file again.</source>
        <translation>ファイルを選び直してください。</translation>
    </message>
    <message>
        <source>Choose its folder in diffusers&apos; format, or that of a whole model.</source>
        <translation>diffusers形式のフォルダーか、モデル全体のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose its folder in diffusers&apos; format, the one that holds model_index.json.</source>
        <translation>diffusers形式のフォルダー（model_index.jsonのあるもの）を選んでください。</translation>
    </message>
    <message>
        <source>Choose one for this family, or another model.</source>
        <translation>この系列用のものか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose one from 0 to {most}.</source>
        <translation>0から{most}までの値を選んでください。</translation>
    </message>
    <message>
        <source>Choose one from a model of the same family.</source>
        <translation>同じ系列のモデルのものを選んでください。</translation>
    </message>
    <message>
        <source>Choose one of at least {least} × {least} pixels.</source>
        <translation>{least} × {least}ピクセル以上の画像を選んでください。</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>次の中から選んでください：{known}。</translation>
    </message>
    <message>
        <source>Choose one that was made for this model&apos;s family.</source>
        <translation>このモデルの系列用に作られたものを選んでください。</translation>
    </message>
    <message>
        <source>Choose some.</source>
        <translation>画像を選んでください。</translation>
    </message>
    <message>
        <source>Choose the .safetensors file of an embedding.</source>
        <translation>埋め込みの .safetensors ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose the base model.</source>
        <translation>ベースモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder of a diffusers model.</source>
        <translation>diffusersモデルのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json, or a single file.</source>
        <translation>model_index.jsonのあるフォルダーか、単一ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json.</source>
        <translation>model_index.jsonのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose the model it was made with.</source>
        <translation>当時のモデルを選んでください。</translation>
    </message>
    <message>
        <source>Choose the model itself.</source>
        <translation>モデルそのものを選んでください。</translation>
    </message>
    <message>
        <source>Choose the tiny autoencoder again.</source>
        <translation>小型オートエンコーダーを選び直してください。</translation>
    </message>
    <message>
        <source>Choose them again.</source>
        <translation>選び直してください。</translation>
    </message>
    <message>
        <source>Choose two of the same kind of model.</source>
        <translation>同じ種類のモデルの2枚を選んでください。</translation>
    </message>
    <message>
        <source>Choose two of the same size.</source>
        <translation>同じサイズの2枚を選んでください。</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>それを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>ほかのプログラムを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Close other programs that use the card and try again.</source>
        <translation>GPUを使っているほかのプログラムを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Close other programs, or look into a smaller picture.</source>
        <translation>ほかのプログラムを閉じるか、より小さい画像の内部を見てください。</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller model.</source>
        <translation>ほかのプログラムを閉じるか、より小さいモデルを使ってください。</translation>
    </message>
    <message>
        <source>Close other programs, or use the model&apos;s own.</source>
        <translation>ほかのプログラムを閉じるか、モデル自身のものを使ってください。</translation>
    </message>
    <message>
        <source>Close programs that use it, or change its permissions.</source>
        <translation>使用中のプログラムを閉じるか、アクセス権を変更してください。</translation>
    </message>
    <message>
        <source>Close that program, and try again.</source>
        <translation>そのプログラムを閉じて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>ControlNet guided it, which is not carried over.</source>
        <translation>ControlNetが使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Copy it again from your account&apos;s settings.</source>
        <translation>アカウントの設定からもう一度コピーしてください。</translation>
    </message>
    <message>
        <source>Delete it in its folder if you do not need it.</source>
        <translation>不要な場合は、フォルダーで直接削除してください。</translation>
    </message>
    <message>
        <source>Distilled: 512 pixels in one to four steps, without guidance.</source>
        <translation>蒸留モデル。ガイダンスなしの1～4ステップで512ピクセル。</translation>
    </message>
    <message>
        <source>Distilled: a picture in four steps, also without a card.</source>
        <translation>蒸留モデル。GPUがなくても4ステップで画像ができます。</translation>
    </message>
    <message>
        <source>Distilled: good pictures of 512 pixels in one to four steps.</source>
        <translation>蒸留モデル。1～4ステップで512ピクセルのきれいな画像ができます。</translation>
    </message>
    <message>
        <source>Do not use this model.</source>
        <translation>このモデルは使わないでください。</translation>
    </message>
    <message>
        <source>Do not use what it belongs to.</source>
        <translation>これを含むものは使わないでください。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Download it first: sdstudio models download {name}</source>
        <translation>先にダウンロードしてください：sdstudio models download {name}</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>もう一度ダウンロードするかコピーしてください。</translation>
    </message>
    <message>
        <source>Download or copy it again; if it is whole, it is of a kind this version cannot load.</source>
        <translation>もう一度ダウンロードするかコピーしてください。壊れていない場合は、このバージョンで読み込めない種類です。</translation>
    </message>
    <message>
        <source>Download or copy it again; the log has the details.</source>
        <translation>もう一度ダウンロードするかコピーしてください。詳細はログにあります。</translation>
    </message>
    <message>
        <source>Download or copy the model again.</source>
        <translation>モデルをもう一度ダウンロードするかコピーしてください。</translation>
    </message>
    <message>
        <source>Download or copy the model again; the log has the details.</source>
        <translation>モデルをもう一度ダウンロードするかコピーしてください。詳細はログにあります。</translation>
    </message>
    <message>
        <source>Download the model from somebody you trust.</source>
        <translation>信頼できる提供元からモデルをダウンロードしてください。</translation>
    </message>
    <message>
        <source>FLUX has no guidance of this kind: its network is told the guidance scale and gives one answer, not one without and one with the prompt.</source>
        <translation>FLUXにこの種のガイダンスはありません。ネットワークはガイダンススケールを受け取り、プロンプトなしとありの2つではなく、1つの答えを出します。</translation>
    </message>
    <message>
        <source>FLUX models read no negative prompt, so it had no effect.</source>
        <translation>FLUXのモデルはネガティブプロンプトを使わないため、反映されていません。</translation>
    </message>
    <message>
        <source>Faces of 256 pixels without a prompt.</source>
        <translation>プロンプトなしで256ピクセルの顔を描きます。</translation>
    </message>
    <message>
        <source>Faces were restored, which is not carried over.</source>
        <translation>顔の修復が使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Fetch the right ones by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.</source>
        <translation>［生成］メニューの「GPUを使う」か「sdstudio gpu install」で、対応するものを取得してください。</translation>
    </message>
    <message>
        <source>Fetch them again by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.</source>
        <translation>［生成］メニューの「GPUを使う」か「sdstudio gpu install」で、もう一度取得してください。</translation>
    </message>
    <message>
        <source>Files beside pictures that are no longer there.</source>
        <translation>もうない画像のサイドカーファイル。</translation>
    </message>
    <message>
        <source>Files that crashed saves have left behind.</source>
        <translation>保存の異常終了で残ったファイル。</translation>
    </message>
    <message>
        <source>Files with ratings and tags that are damaged.</source>
        <translation>壊れている、評価とタグのファイル。</translation>
    </message>
    <message>
        <source>Folders that are not there, such as on a drive that is not plugged in.</source>
        <translation>接続していないドライブなど、見つからないフォルダー。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>空き容量を増やすか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>空き容量を増やしてください。</translation>
    </message>
    <message>
        <source>Generate a new picture instead.</source>
        <translation>代わりに新しい画像を生成してください。</translation>
    </message>
    <message>
        <source>Give a file with the token and nothing else.</source>
        <translation>アクセストークンだけが入ったファイルを指定してください。</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>別の名前を指定してください。</translation>
    </message>
    <message>
        <source>Give either the numbers of pictures or a query, and a folder.</source>
        <translation>画像の番号と検索条件のどちらか一方と、フォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Give its file a name that is no word.</source>
        <translation>埋め込みのファイルに、単語ではない名前を付けてください。</translation>
    </message>
    <message>
        <source>Give such a name.</source>
        <translation>その末尾の名前を指定してください。</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>ファイルの名前を指定してください。</translation>
    </message>
    <message>
        <source>Give the path of one, as in: {path}</source>
        <translation>次のように、どれかのパスを指定してください：{path}</translation>
    </message>
    <message>
        <source>Give the token each time by --token-file, or in the variable HF_TOKEN.</source>
        <translation>アクセストークンを、毎回 --token-file で渡すか、変数HF_TOKENに設定してください。</translation>
    </message>
    <message>
        <source>Give two names.</source>
        <translation>別々の名前を指定してください。</translation>
    </message>
    <message>
        <source>Go online among the library&apos;s settings, or by “sdstudio models offline off”.</source>
        <translation>ライブラリの設定か「sdstudio models offline off」で、オンラインにしてください。</translation>
    </message>
    <message>
        <source>Half the network of Stable Diffusion XL: faster, nearly as good.</source>
        <translation>Stable Diffusion XLの半分のネットワーク。より速く、品質もほぼ同じです。</translation>
    </message>
    <message>
        <source>Install a newer driver from NVIDIA and start the app again.</source>
        <translation>NVIDIAの新しいドライバーをインストールし、アプリを再起動してください。</translation>
    </message>
    <message>
        <source>Install that version again, or start with another SDSTUDIO_HOME.</source>
        <translation>そのバージョンをもう一度インストールするか、別のSDSTUDIO_HOMEで起動してください。</translation>
    </message>
    <message>
        <source>Is it switched off, or used by a virtual machine?</source>
        <translation>無効になっているか、仮想マシンが使用していないか確認してください。</translation>
    </message>
    <message>
        <source>It began from another picture, which is not carried over.</source>
        <translation>別の画像を元に作られていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It began from another picture, with strength {strength}.</source>
        <translation>別の画像を元に、強度{strength}で作られています。</translation>
    </message>
    <message>
        <source>It begins with https://, as in https://huggingface.co.</source>
        <translation>https://huggingface.co のように、https:// で始まるアドレスです。</translation>
    </message>
    <message>
        <source>It did not begin with noise alone, but with another picture.</source>
        <translation>ノイズだけでなく、別の画像を元に作られています。</translation>
    </message>
    <message>
        <source>It is one of several that were made from the same noise.</source>
        <translation>同じノイズから作られた複数の画像の1枚です。</translation>
    </message>
    <message>
        <source>It may belong to another program.</source>
        <translation>ほかのプログラムのものかもしれません。</translation>
    </message>
    <message>
        <source>It mixes in the noise of a second seed, which is not carried over.</source>
        <translation>2つ目のシード値のノイズが混ぜられていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It runs models of these kinds: {known}.</source>
        <translation>動作するモデルの種類は次のとおりです：{known}。</translation>
    </message>
    <message>
        <source>It used the LoRA “{name}” at {weight}.</source>
        <translation>LoRA「{name}」が重み{weight}で使われています。</translation>
    </message>
    <message>
        <source>It used the LoRA “{name}”.</source>
        <translation>LoRA「{name}」が使われています。</translation>
    </message>
    <message>
        <source>It was enlarged by a second pass (hires fix), which is not carried over.</source>
        <translation>2回目の処理（Hires. fix）で拡大されていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was enlarged by a second pass, which is not carried over.</source>
        <translation>2回目の処理で拡大されていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was made to tile, which is not carried over.</source>
        <translation>タイル状につながる画像として作られていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was made with SMEA, which is not carried over.</source>
        <translation>SMEAが使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was made with a VAE of its own, which is not carried over.</source>
        <translation>専用のVAEが使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was made with clip skip {layers}, which is not carried over.</source>
        <translation>CLIPスキップ{layers}で作られていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was made with the VAE “{name}”, which is not carried over.</source>
        <translation>VAE「{name}」が使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>It was moved or deleted outside the app.</source>
        <translation>アプリの外で移動または削除されました。</translation>
    </message>
    <message>
        <source>Its guidance was rescaled, which is not carried over.</source>
        <translation>ガイダンスの再スケールが使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Its largest side is {nearest}.</source>
        <translation>最大は{nearest}です。</translation>
    </message>
    <message>
        <source>Its noise was drawn with an offset (ENSD), which is not carried over.</source>
        <translation>ノイズの生成にオフセット（ENSD）が使われていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Its parts are: {known}.</source>
        <translation>パーツは次のとおりです：{known}。</translation>
    </message>
    <message>
        <source>Its prompt was put together from several texts.</source>
        <translation>プロンプトは複数のテキストをつなげたものです。</translation>
    </message>
    <message>
        <source>Its smallest side is {nearest}.</source>
        <translation>最小は{nearest}です。</translation>
    </message>
    <message>
        <source>Leave it empty to let the app choose.</source>
        <translation>空にすると、アプリが自動で選びます。</translation>
    </message>
    <message>
        <source>Look for a copy of it, or move it to the trash.</source>
        <translation>コピーを探すか、ゴミ箱に移動してください。</translation>
    </message>
    <message>
        <source>Look for a copy of the model with safetensors weights.</source>
        <translation>safetensorsの重みを持つ、モデルの別のコピーを探してください。</translation>
    </message>
    <message>
        <source>Look for a version of it that is a plain LoRA.</source>
        <translation>通常のLoRAになっている版を探してください。</translation>
    </message>
    <message>
        <source>Look for another copy of the model.</source>
        <translation>モデルの別のコピーを探してください。</translation>
    </message>
    <message>
        <source>Look for another version of it.</source>
        <translation>別の版を探してください。</translation>
    </message>
    <message>
        <source>Look for it in the system&apos;s trash yourself.</source>
        <translation>システムのゴミ箱を直接確認してください。</translation>
    </message>
    <message>
        <source>Look for it in the trash yourself.</source>
        <translation>ゴミ箱を直接確認してください。</translation>
    </message>
    <message>
        <source>Look for the files first, or say explicitly that they are to go (--yes).</source>
        <translation>先にファイルを探すか、外してよい場合はその旨を明示してください（--yes）。</translation>
    </message>
    <message>
        <source>Look into the parent, or at a step from {first} on.</source>
        <translation>親の画像を見るか、ステップ {first}以降を見てください。</translation>
    </message>
    <message>
        <source>Look whether the file is still there.</source>
        <translation>ファイルがまだあるか確認してください。</translation>
    </message>
    <message>
        <source>MP4 files need the program ffmpeg, which could not be started: {reason}</source>
        <translation>MP4ファイルにはプログラムffmpegが必要ですが、起動できませんでした：{reason}</translation>
    </message>
    <message>
        <source>Made again, the picture comes out a little different: other versions or another device made it then ({device}).</source>
        <translation>もう一度生成すると、画像が少し異なります。当時とはバージョンまたはデバイス（当時は{device}）が違うためです。</translation>
    </message>
    <message>
        <source>Make a new token there.</source>
        <translation>そこで新しいアクセストークンを作成してください。</translation>
    </message>
    <message>
        <source>Make a picture first.</source>
        <translation>先に画像を生成してください。</translation>
    </message>
    <message>
        <source>Make a smaller copy of it and choose that.</source>
        <translation>小さくしたコピーを作り、それを選んでください。</translation>
    </message>
    <message>
        <source>Make one in your account&apos;s settings at {endpoint}.</source>
        <translation>{endpoint}のアカウント設定で作成してください。</translation>
    </message>
    <message>
        <source>Make the parent&apos;s picture again, and branch from that.</source>
        <translation>親の画像をもう一度生成し、そこから分岐してください。</translation>
    </message>
    <message>
        <source>Make the picture again to look inside.</source>
        <translation>内部を見るには、画像をもう一度生成してください。</translation>
    </message>
    <message>
        <source>Make the picture again to look inside; the picture itself is unharmed.</source>
        <translation>内部を見るには、画像をもう一度生成してください。画像そのものに問題はありません。</translation>
    </message>
    <message>
        <source>Make the picture again, then keep its denoising.</source>
        <translation>画像をもう一度生成してから、ノイズ除去の過程を残してください。</translation>
    </message>
    <message>
        <source>Memory was short, so the picture was decoded in tiles.</source>
        <translation>メモリが足りないため、画像をタイルに分けてデコードしました。</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>そのファイルを別の場所に移してください。</translation>
    </message>
    <message>
        <source>Move that file away, and try again.</source>
        <translation>そのファイルを別の場所に移して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Names of exported files have no field “{field}”.</source>
        <translation>エクスポートするファイルの名前に「{field}」という項目は使えません。</translation>
    </message>
    <message>
        <source>No NVIDIA driver was found on this computer.</source>
        <translation>このコンピューターにNVIDIAのドライバーが見つかりません。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>モデルが選ばれていません。</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>モデルがまだ読み込まれていません。</translation>
    </message>
    <message>
        <source>Nothing is downloaded: the variable HF_HUB_OFFLINE is set.</source>
        <translation>変数HF_HUB_OFFLINEが設定されているため、何もダウンロードしません。</translation>
    </message>
    <message>
        <source>NovelAI&apos;s models cannot be had; its settings are for one of them.</source>
        <translation>NovelAIのモデルは入手できません。この設定はその1つのためのものです。</translation>
    </message>
    <message>
        <source>Of the {layers} layers that the LoRA “{name}” changes, this model has {count}.</source>
        <translation>LoRA「{name}」が変更する{layers}層のうち、このモデルにあるのは{count}層です。</translation>
    </message>
    <message>
        <source>On a Mac there is nothing to fetch: torch as it comes with the app knows Apple&apos;s own graphics.</source>
        <translation>Macでは何も取得する必要がありません。アプリに付属のtorchがAppleのGPUに対応しています。</translation>
    </message>
    <message>
        <source>Only a part of another picture was made anew, which is not carried over.</source>
        <translation>別の画像の一部だけが作り直されていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Only models built from diffusers and transformers are loaded.</source>
        <translation>読み込めるのは、diffusersとtransformersで作られたモデルだけです。</translation>
    </message>
    <message>
        <source>Open it as it is.</source>
        <translation>そのまま開いてください。</translation>
    </message>
    <message>
        <source>Open the folder they lie in.</source>
        <translation>ファイルのあるフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>Picture files that are damaged.</source>
        <translation>壊れている画像ファイル。</translation>
    </message>
    <message>
        <source>Picture files that the gallery does not know.</source>
        <translation>ギャラリーに登録されていない画像ファイル。</translation>
    </message>
    <message>
        <source>Pictures are written as PNG files.</source>
        <translation>画像はPNGファイルとして書き出されます。</translation>
    </message>
    <message>
        <source>Pictures cannot be exported as “{format}”.</source>
        <translation>画像を「{format}」としてエクスポートすることはできません。</translation>
    </message>
    <message>
        <source>Pictures of {first} and {second} pixels cannot be compared.</source>
        <translation>{first}ピクセルと{second}ピクセルの画像は比較できません。</translation>
    </message>
    <message>
        <source>Pictures that the gallery knows, whose files are gone.</source>
        <translation>ギャラリーにあり、ファイルがなくなった画像。</translation>
    </message>
    <message>
        <source>Pictures that were moved or renamed.</source>
        <translation>移動または名前が変更された画像。</translation>
    </message>
    <message>
        <source>Pictures whose files are gone, with ratings and tags that only the database has.</source>
        <translation>ファイルがなくなり、評価とタグがデータベースにしかない画像。</translation>
    </message>
    <message>
        <source>Pictures whose files say something else than the database.</source>
        <translation>ファイルとデータベースの内容が異なる画像。</translation>
    </message>
    <message>
        <source>Pictures whose kept denoising is gone, new or changed.</source>
        <translation>残したノイズ除去の過程が、消えた、増えた、または変わった画像。</translation>
    </message>
    <message>
        <source>Pictures whose ratings and tags are in the database only.</source>
        <translation>評価とタグがデータベースにしかない画像。</translation>
    </message>
    <message>
        <source>Pictures with other ratings or tags beside them than in the database.</source>
        <translation>サイドカーとデータベースで、評価やタグが異なる画像。</translation>
    </message>
    <message>
        <source>Press Generate again.</source>
        <translation>もう一度［生成］を押してください。</translation>
    </message>
    <message>
        <source>Previews go without it.</source>
        <translation>プレビューはこれを使わずに表示します。</translation>
    </message>
    <message>
        <source>Previews go without it; download or copy it again.</source>
        <translation>プレビューはこれを使わずに表示します。もう一度ダウンロードするかコピーしてください。</translation>
    </message>
    <message>
        <source>Put quotes around it to search for these words, or use one of: {known}.</source>
        <translation>その単語を検索するには引用符で囲むか、次のどれかを使ってください：{known}。</translation>
    </message>
    <message>
        <source>Remove it with the program that put it there.</source>
        <translation>そこに置いたプログラムで削除してください。</translation>
    </message>
    <message>
        <source>Remove what was fetched and try again.</source>
        <translation>取得したものを削除して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Rename it, or choose another folder.</source>
        <translation>名前を変更するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Rename one, or add the one you mean by its file.</source>
        <translation>どれかの名前を変更するか、使いたいものをファイルで追加してください。</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>ファイルの名前を変更してください。</translation>
    </message>
    <message>
        <source>Replay its denoising again.</source>
        <translation>ノイズ除去をもう一度再実行してください。</translation>
    </message>
    <message>
        <source>Restart the computer, or install the driver again.</source>
        <translation>コンピューターを再起動するか、ドライバーをインストールし直してください。</translation>
    </message>
    <message>
        <source>Set SDSTUDIO_DEVICE=mps to try them.</source>
        <translation>試すには SDSTUDIO_DEVICE=mps を設定してください。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>短くしてください。</translation>
    </message>
    <message>
        <source>Shorten it: a model reads only the first few dozen words.</source>
        <translation>短くしてください。モデルが読むのは、最初の数十語だけです。</translation>
    </message>
    <message>
        <source>Something went wrong in the gallery that should not have.</source>
        <translation>ギャラリーで予期しない問題が起きました。</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}).</source>
        <translation>予期しない問題が起きました（{kind}）。</translation>
    </message>
    <message>
        <source>Something went wrong while looking into this denoising.</source>
        <translation>このノイズ除去の内部を見る途中で問題が起きました。</translation>
    </message>
    <message>
        <source>Stable Diffusion 1.5 trained further: better people, light and painting.</source>
        <translation>Stable Diffusion 1.5の追加学習版。人物、光、絵画調が得意です。</translation>
    </message>
    <message>
        <source>Start the app again: it makes a new one from the picture files.</source>
        <translation>アプリを再起動してください。画像ファイルから新しく作り直します。</translation>
    </message>
    <message>
        <source>Start the app again: it will use the processor.</source>
        <translation>アプリを再起動してください。次はCPUを使います。</translation>
    </message>
    <message>
        <source>Try again later, or from elsewhere.</source>
        <translation>しばらくしてからもう一度試すか、別の提供元を使ってください。</translation>
    </message>
    <message>
        <source>Try again later, or use another index.</source>
        <translation>しばらくしてからもう一度試すか、別のインデックスを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” arrived damaged twice: its checksum is not the one that was listed.</source>
        <translation>届いた「{name}」が2回とも壊れていました。チェックサムが一覧と異なります。</translation>
    </message>
    <message>
        <source>“{name}” does not have the length that was listed.</source>
        <translation>「{name}」の長さが一覧と異なります。</translation>
    </message>
    <message>
        <source>Step {step} belongs to the parent of this picture.</source>
        <translation>ステップ {step}は親の画像のものです。</translation>
    </message>
    <message>
        <source>Start the download again to go on where it stopped.</source>
        <translation>もう一度ダウンロードを始めると、止まったところから続きます。</translation>
    </message>
    <message>
        <source>Step {step} was not replayed.</source>
        <translation>ステップ {step}は再実行されていません。</translation>
    </message>
    <message>
        <source>Styles were added to its prompt, which are not carried over.</source>
        <translation>プロンプトにスタイルが加えられていますが、これは引き継がれません。</translation>
    </message>
    <message>
        <source>Take it out of the prompt.</source>
        <translation>プロンプトから外してください。</translation>
    </message>
    <message>
        <source>Take it out until it is there once.</source>
        <translation>1回だけになるように外してください。</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <translation>LoRAを外してください。</translation>
    </message>
    <message>
        <source>The LoRA “{path}” asks for more than a LoRA: its setting “{name}” is not applied.</source>
        <translation>LoRA「{path}」はLoRAの範囲を超えるものを求めています。その設定「{name}」は適用されません。</translation>
    </message>
    <message>
        <source>The LoRAs that the prompt names are being looked for.</source>
        <translation>プロンプトにあるLoRAを探しています。</translation>
    </message>
    <message>
        <source>The NVIDIA driver does not tell which cards there are: {reason}.</source>
        <translation>NVIDIAのドライバーからGPUの情報を得られません：{reason}。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is there (version {driver}), but no card.</source>
        <translation>NVIDIAのドライバー（バージョン{driver}）はありますが、GPUがありません。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old: it is version {driver}, and “{card}” needs at least version {needed}.</source>
        <translation>NVIDIAのドライバーが古すぎます。バージョン{driver}ですが、「{card}」には{needed}以上が必要です。</translation>
    </message>
    <message>
        <source>The answer of {endpoint} makes no sense.</source>
        <translation>{endpoint}の応答を解釈できません。</translation>
    </message>
    <message>
        <source>The app starts with an empty one.</source>
        <translation>空の一覧で起動します。</translation>
    </message>
    <message>
        <source>The app starts with its defaults.</source>
        <translation>既定の設定で起動します。</translation>
    </message>
    <message>
        <source>The attention of this picture is no longer in memory.</source>
        <translation>この画像のアテンションは、もうメモリにありません。</translation>
    </message>
    <message>
        <source>The best of these, and the slowest; for large cards and no business use.</source>
        <translation>この中で最も高品質で、最も低速。大容量のGPU向け、商用利用は不可。</translation>
    </message>
    <message>
        <source>The connection broke off in the middle of “{name}”.</source>
        <translation>「{name}」の途中で接続が切れました。</translation>
    </message>
    <message>
        <source>The connection to {endpoint} failed: {reason}.</source>
        <translation>{endpoint}への接続に失敗しました：{reason}。</translation>
    </message>
    <message>
        <source>The count is {count}; it must be between 1 and 1000.</source>
        <translation>枚数が{count}になっています。1から1000までにしてください。</translation>
    </message>
    <message>
        <source>The database gets their new places.</source>
        <translation>新しい場所をデータベースに記録します。</translation>
    </message>
    <message>
        <source>The database gets what is beside the pictures.</source>
        <translation>画像の隣にあるファイルの内容をデータベースに記録します。</translation>
    </message>
    <message>
        <source>The database gets what the files say.</source>
        <translation>ファイルの内容をデータベースに記録します。</translation>
    </message>
    <message>
        <source>The database itself is damaged.</source>
        <translation>データベースそのものが壊れています。</translation>
    </message>
    <message>
        <source>The denoising could not be kept with the picture; the log has the details.</source>
        <translation>ノイズ除去の過程を画像と一緒に残せませんでした。詳細はログにあります。</translation>
    </message>
    <message>
        <source>The denoising kept in “{path}” is damaged.</source>
        <translation>「{path}」に残されたノイズ除去の過程が壊れています。</translation>
    </message>
    <message>
        <source>The denoising of this picture is no longer in memory.</source>
        <translation>この画像のノイズ除去の過程は、もうメモリにありません。</translation>
    </message>
    <message>
        <source>The denoising of this picture takes more memory than is set aside for it, so it cannot be looked into.</source>
        <translation>この画像のノイズ除去の過程には、割り当てられた量より多くのメモリが必要なため、内部を見られません。</translation>
    </message>
    <message>
        <source>The denoising that this branch continues is not there.</source>
        <translation>この分岐の元になるノイズ除去の過程がありません。</translation>
    </message>
    <message>
        <source>The denoising was not kept: its picture “{path}” is no longer there.</source>
        <translation>ノイズ除去の過程を残せませんでした。画像「{path}」がもうありません。</translation>
    </message>
    <message>
        <source>The denoising “{path}” could not be read: {reason}.</source>
        <translation>ノイズ除去の過程「{path}」を読み取れませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The denoising “{path}” takes more memory than is set aside for it.</source>
        <translation>ノイズ除去の過程「{path}」には、割り当てられた量より多くのメモリが必要です。</translation>
    </message>
    <message>
        <source>The denoising “{path}” was written by a newer version of sdstudio.</source>
        <translation>ノイズ除去の過程「{path}」は、より新しいバージョンのsdstudioで書き込まれました。</translation>
    </message>
    <message>
        <source>The disk is full: the gallery&apos;s database “{path}” could not be written.</source>
        <translation>ディスクがいっぱいで、ギャラリーのデータベース「{path}」に書き込めませんでした。</translation>
    </message>
    <message>
        <source>The disk is full: “{path}” could not be written.</source>
        <translation>ディスクがいっぱいで、「{path}」を書き込めませんでした。</translation>
    </message>
    <message>
        <source>The download needs {missing} MB, and {free} MB are free at “{path}”.</source>
        <translation>ダウンロードには{missing} MB必要ですが、「{path}」の空きは{free} MBです。</translation>
    </message>
    <message>
        <source>The embedding “{word}” is called as a word that the model knows already.</source>
        <translation>埋め込みの名前「{word}」は、モデルが既に知っている単語と同じです。</translation>
    </message>
    <message>
        <source>The ending of “{path}” is that of no animation.</source>
        <translation>「{path}」の拡張子はアニメーションのものではありません。</translation>
    </message>
    <message>
        <source>The files for your graphics card (torch {found}) do not fit this version of the app, which needs torch {needed}; the processor is used.</source>
        <translation>GPU用のファイル（torch {found}）が、torch {needed}を必要とするこのバージョンのアプリに合わないため、CPUを使います。</translation>
    </message>
    <message>
        <source>The files for your graphics card are damaged; the processor is used.</source>
        <translation>GPU用のファイルが壊れているため、CPUを使います。</translation>
    </message>
    <message>
        <source>The first that was published, for results as in early tutorials.</source>
        <translation>最初に公開されたモデル。初期のチュートリアルと同じ結果が得られます。</translation>
    </message>
    <message>
        <source>The folder “{path}” is empty.</source>
        <translation>フォルダー「{path}」は空です。</translation>
    </message>
    <message>
        <source>The gallery “{path}” was written by a newer version of sdstudio.</source>
        <translation>ギャラリー「{path}」は、より新しいバージョンのsdstudioで書き込まれました。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database was damaged. It is kept as “{path}”, and a new one is filled from the picture files.</source>
        <translation>ギャラリーのデータベースが壊れていました。元のものは「{path}」に残し、画像ファイルから新しく作り直しています。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” could not be read or written: {reason}.</source>
        <translation>ギャラリーのデータベース「{path}」を読み書きできませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” is damaged.</source>
        <translation>ギャラリーのデータベース「{path}」が壊れています。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” is in use by another program.</source>
        <translation>ギャラリーのデータベース「{path}」は、別のプログラムが使用中です。</translation>
    </message>
    <message>
        <source>The guidance scale is {guidance}; it must be between 0 and {most}.</source>
        <translation>ガイダンススケールが{guidance}になっています。0から{most}までにしてください。</translation>
    </message>
    <message>
        <source>The guidance scale must be a number.</source>
        <translation>ガイダンススケールには数値を指定してください。</translation>
    </message>
    <message>
        <source>The guidance scale {value} is out of bounds; {taken} is taken.</source>
        <translation>ガイダンススケール{value}は範囲外です。{taken}とします。</translation>
    </message>
    <message>
        <source>The hub does not tell the size and the checksum of “{name}” of “{repo_id}”.</source>
        <translation>「{repo_id}」の「{name}」について、ハブがサイズとチェックサムを示していません。</translation>
    </message>
    <message>
        <source>The library could not do this.</source>
        <translation>ライブラリの操作に失敗しました。</translation>
    </message>
    <message>
        <source>The list of models in “{path}” could not be read, so it is not changed.</source>
        <translation>「{path}」のモデル一覧を読み取れなかったため、変更していません。</translation>
    </message>
    <message>
        <source>The list of words that the model knows, in “{path}”, is damaged.</source>
        <translation>モデルが知っている単語の一覧「{path}」が壊れています。</translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation>詳細はログにあります。</translation>
    </message>
    <message>
        <source>The log has the details; the app goes on.</source>
        <translation>詳細はログにあります。アプリはそのまま使えます。</translation>
    </message>
    <message>
        <source>The metadata does not give the guidance scale; 7 is taken.</source>
        <translation>メタデータにガイダンススケールがありません。7とします。</translation>
    </message>
    <message>
        <source>The metadata does not give the {name}; {taken} is taken.</source>
        <translation>メタデータに{name}がありません。{taken}とします。</translation>
    </message>
    <message>
        <source>The metadata does not name a model.</source>
        <translation>メタデータにモデルの名前がありません。</translation>
    </message>
    <message>
        <source>The metadata does not name a sampler; {taken} is taken.</source>
        <translation>メタデータにサンプラーの名前がありません。{taken}とします。</translation>
    </message>
    <message>
        <source>The model gave no picture: its result is not a number (NaN).</source>
        <translation>モデルから画像が得られませんでした。結果が数値ではありません（NaN）。</translation>
    </message>
    <message>
        <source>The model is incomplete: “{index}” does not list weight files that are there.</source>
        <translation>モデルが不完全です。「{index}」の一覧に、実在する重みファイルがありません。</translation>
    </message>
    <message>
        <source>The model is incomplete: “{path}” holds no weights.</source>
        <translation>モデルが不完全です。「{path}」に重みがありません。</translation>
    </message>
    <message>
        <source>The model is incomplete: “{path}” is missing.</source>
        <translation>モデルが不完全です。「{path}」がありません。</translation>
    </message>
    <message>
        <source>The model of most tutorials; runs on small cards, and add-ons are plenty.</source>
        <translation>ほとんどのチュートリアルで使われるモデル。小さなGPUでも動作し、アドオンも豊富です。</translation>
    </message>
    <message>
        <source>The model works without it; to have its suggestions back, install the app again.</source>
        <translation>一覧がなくてもモデルは動作します。入力候補を元に戻すには、アプリをインストールし直してください。</translation>
    </message>
    <message>
        <source>The model “{path}” has no part called “{name}”.</source>
        <translation>モデル「{path}」に「{name}」というパーツはありません。</translation>
    </message>
    <message>
        <source>The model “{path}” is incomplete: its “{name}” is missing.</source>
        <translation>モデル「{path}」が不完全です。「{name}」がありません。</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>モデルの「{name}」を読み込めませんでした。ファイルが壊れているか、互いに合いません（{kind}）。</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” is incomplete: {count} of its weights are missing, “{first}” among them.</source>
        <translation>モデルの「{name}」が不完全です。「{first}」など{count}個の重みがありません。</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” is incomplete: “{path}” is missing.</source>
        <translation>モデルの「{name}」が不完全です。「{path}」がありません。</translation>
    </message>
    <message>
        <source>The name of the folder “{path}” is not valid Unicode text.</source>
        <translation>フォルダー「{path}」の名前は、有効なUnicodeテキストではありません。</translation>
    </message>
    <message>
        <source>The name of the pictures folder “{path}” is not valid Unicode text.</source>
        <translation>画像フォルダー「{path}」の名前は、有効なUnicodeテキストではありません。</translation>
    </message>
    <message>
        <source>The nearest is {nearest}.</source>
        <translation>最も近い値は{nearest}です。</translation>
    </message>
    <message>
        <source>The other part does not fit into the memory of {device} beside the model.</source>
        <translation>差し替えるパーツが、モデルと合わせて{device}のメモリに収まりません。</translation>
    </message>
    <message>
        <source>The parts of “{name}” do not make a {pipeline_class} ({kind}).</source>
        <translation>「{name}」のパーツでは{pipeline_class}を構成できません（{kind}）。</translation>
    </message>
    <message>
        <source>The path of the {what} holds characters that are not valid Unicode text.</source>
        <translation>{what}のパスに、有効なUnicodeテキストではない文字が含まれています。</translation>
    </message>
    <message>
        <source>The picture and its animation cannot both be “{path}”.</source>
        <translation>画像とアニメーションの両方を「{path}」にすることはできません。</translation>
    </message>
    <message>
        <source>The picture is too small: {width} × {height} pixels.</source>
        <translation>画像が小さすぎます：{width} × {height}ピクセル。</translation>
    </message>
    <message>
        <source>The picture that this one branches from is not in the gallery any more.</source>
        <translation>この画像の分岐元の画像は、もうギャラリーにありません。</translation>
    </message>
    <message>
        <source>The picture was decoded again in full precision.</source>
        <translation>画像を完全な精度でデコードし直しました。</translation>
    </message>
    <message>
        <source>The picture “{name}” is too small: {width} × {height} pixels.</source>
        <translation>画像「{name}」は小さすぎます：{width} × {height}ピクセル。</translation>
    </message>
    <message>
        <source>The picture “{path}” is damaged, or no PNG, JPEG or WebP file.</source>
        <translation>画像「{path}」は壊れているか、PNG、JPEG、WebPのファイルではありません。</translation>
    </message>
    <message>
        <source>The picture “{path}” is damaged, or of no kind that can be read.</source>
        <translation>画像「{path}」は壊れているか、読み取れない種類です。</translation>
    </message>
    <message>
        <source>The picture “{path}” is not there.</source>
        <translation>画像「{path}」がありません。</translation>
    </message>
    <message>
        <source>The picture “{path}” is too large to be opened safely.</source>
        <translation>画像「{path}」は大きすぎて、安全に開けません。</translation>
    </message>
    <message>
        <source>The processor is used as before.</source>
        <translation>これまでどおりCPUを使います。</translation>
    </message>
    <message>
        <source>The prompt has no token {token}.</source>
        <translation>プロンプトにトークン{token}はありません。</translation>
    </message>
    <message>
        <source>The quality is {quality}; it must be between 1 and 100.</source>
        <translation>画質が{quality}になっています。1から100までにしてください。</translation>
    </message>
    <message>
        <source>The rating is {rating}; it must be between 0 and {most}.</source>
        <translation>評価が{rating}になっています。0から{most}までにしてください。</translation>
    </message>
    <message>
        <source>The replay kept no maps: the picture is too large.</source>
        <translation>再実行でマップを残せませんでした。画像が大きすぎます。</translation>
    </message>
    <message>
        <source>The safety checker that came with this model replaced the picture by a black one.</source>
        <translation>このモデルに付属するセーフティチェッカーが、画像を真っ黒な画像に置き換えました。</translation>
    </message>
    <message>
        <source>The scheduler {scheduler} does not fit this kind of model.</source>
        <translation>スケジューラー{scheduler}は、この種類のモデルに合いません。</translation>
    </message>
    <message>
        <source>The sdstudio that is running cannot open files for another.</source>
        <translation>実行中のsdstudioは、別のsdstudioからのファイルを開けません。</translation>
    </message>
    <message>
        <source>The search of the hub failed.</source>
        <translation>ハブの検索に失敗しました。</translation>
    </message>
    <message>
        <source>The settings in the LoRA “{path}” make no sense.</source>
        <translation>LoRA「{path}」の設定が不正です。</translation>
    </message>
    <message>
        <source>The settings that {program} wrote could not be read.</source>
        <translation>{program}が書き込んだ設定を読み取れませんでした。</translation>
    </message>
    <message>
        <source>The size is that of the picture.</source>
        <translation>サイズは画像のものです。</translation>
    </message>
    <message>
        <source>The starter model is part of the app and stays.</source>
        <translation>スターターモデルはアプリの一部なので、削除できません。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: {reason}.</source>
        <translation>システムのキーリングを使えません：{reason}。</translation>
    </message>
    <message>
        <source>The tiny autoencoder does not fit into the memory of {device} beside the model.</source>
        <translation>小型オートエンコーダーが、モデルと合わせて{device}のメモリに収まりません。</translation>
    </message>
    <message>
        <source>The tiny autoencoder is incomplete: “{path}” is missing.</source>
        <translation>小型オートエンコーダーが不完全です。「{path}」がありません。</translation>
    </message>
    <message>
        <source>The tiny autoencoder “{path}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>小型オートエンコーダー「{path}」を読み込めませんでした。ファイルが壊れているか、互いに合いません（{kind}）。</translation>
    </message>
    <message>
        <source>The tiny autoencoder “{path}” is incomplete: {count} of its weights are missing, “{first}” among them.</source>
        <translation>小型オートエンコーダー「{path}」が不完全です。「{first}」など{count}個の重みがありません。</translation>
    </message>
    <message>
        <source>The token would travel unencrypted to “{endpoint}”.</source>
        <translation>アクセストークンが暗号化されずに「{endpoint}」へ送られてしまいます。</translation>
    </message>
    <message>
        <source>The tokenizer of this model does not tell its tokens.</source>
        <translation>このモデルのトークナイザーは、トークンを公開していません。</translation>
    </message>
    <message>
        <source>The tokenizer of this model is of a kind that does not tell its tokens.</source>
        <translation>このモデルのトークナイザーは、トークンを公開しない種類です。</translation>
    </message>
    <message>
        <source>The weight in “{tag}” is not one number.</source>
        <translation>「{tag}」の重みが1つの数値になっていません。</translation>
    </message>
    <message>
        <source>The weight of a LoRA must be a number.</source>
        <translation>LoRAの重みには数値を指定してください。</translation>
    </message>
    <message>
        <source>The weight of the LoRA “{name}” is {weight}; it must be between -{most} and {most}.</source>
        <translation>LoRA「{name}」の重みが{weight}になっています。-{most}から{most}までにしてください。</translation>
    </message>
    <message>
        <source>The {name} could not be read.</source>
        <translation>{name}を読み取れませんでした。</translation>
    </message>
    <message>
        <source>The {name} has {count} characters; at most {most} are accepted.</source>
        <translation>{name}が{count}文字あります。使えるのは{most}文字までです。</translation>
    </message>
    <message>
        <source>The {name} holds characters that are not valid Unicode text.</source>
        <translation>{name}に、有効なUnicodeテキストではない文字が含まれています。</translation>
    </message>
    <message>
        <source>The {name} is cut off after {most} characters.</source>
        <translation>{name}は{most}文字で打ち切られています。</translation>
    </message>
    <message>
        <source>The {name} is {value}; it must be between {least} and {most}.</source>
        <translation>{name}が{value}になっています。{least}から{most}までにしてください。</translation>
    </message>
    <message>
        <source>The {name} make no sense.</source>
        <translation>{name}の内容が不正です。</translation>
    </message>
    <message>
        <source>The {name} must be a number.</source>
        <translation>{name}には数値を指定してください。</translation>
    </message>
    <message>
        <source>The {name} must be a whole number.</source>
        <translation>{name}には整数を指定してください。</translation>
    </message>
    <message>
        <source>The {name} {value} is out of bounds; {taken} is taken.</source>
        <translation>{name} {value}は範囲外です。{taken}とします。</translation>
    </message>
    <message>
        <source>The {name} “{value}” is no number; {taken} is taken.</source>
        <translation>{name}「{value}」は数値ではありません。{taken}とします。</translation>
    </message>
    <message>
        <source>The {what} has no usable path.</source>
        <translation>{what}のパスが使えません。</translation>
    </message>
    <message>
        <source>The {what} has {total} tokens and this model reads {most}: everything after “…{end}” was ignored.</source>
        <translation>{what}は{total}トークンありますが、このモデルが読むのは{most}トークンです。「…{end}」より後ろは無視されました。</translation>
    </message>
    <message>
        <source>The {what} was damaged. It is kept as “{path}”.</source>
        <translation>{what}が壊れていました。元のものは「{path}」に残しています。</translation>
    </message>
    <message>
        <source>The {what} “{name}” is there {count} times.</source>
        <translation>{what}「{name}」が{count}回使われています。</translation>
    </message>
    <message>
        <source>The {what} “{path}” could not be read ({reason}).</source>
        <translation>{what}「{path}」を読み取れませんでした（{reason}）。</translation>
    </message>
    <message>
        <source>The {what} “{path}” does not fit this model: its layers have other names or shapes.</source>
        <translation>{what}「{path}」はこのモデルに合いません。層の名前または形状が異なります。</translation>
    </message>
    <message>
        <source>The {what} “{path}” is for {theirs}, and the model is {own}.</source>
        <translation>{what}「{path}」は{theirs}用ですが、モデルは{own}です。</translation>
    </message>
    <message>
        <source>The {what} “{path}” is not there.</source>
        <translation>{what}「{path}」がありません。</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>「{path}」の「{name}」を読み込めませんでした。ファイルが壊れているか、互いに合いません（{kind}）。</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” does not fit this model: its {key} is {theirs}, and the model needs {own}.</source>
        <translation>「{path}」の「{name}」はこのモデルに合いません。{key}が{theirs}ですが、モデルには{own}が必要です。</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” does not fit this model: of its weights, {count} are missing or of another size, “{first}” among them.</source>
        <translation>「{path}」の「{name}」はこのモデルに合いません。重みのうち、「{first}」など{count}個がないか、サイズが異なります。</translation>
    </message>
    <message>
        <source>Their pictures are left as they are.</source>
        <translation>その中の画像には手を加えません。</translation>
    </message>
    <message>
        <source>There are no pictures to put on a sheet.</source>
        <translation>シートに載せる画像がありません。</translation>
    </message>
    <message>
        <source>There are no steps to show.</source>
        <translation>表示できるステップがありません。</translation>
    </message>
    <message>
        <source>There are {count} LoRAs called “{name}”, among them “{first}” and “{second}”.</source>
        <translation>「{name}」というLoRAが、「{first}」と「{second}」など{count}個あります。</translation>
    </message>
    <message>
        <source>There are {count} files of the kind “{what}”; at most {most} are accepted.</source>
        <translation>種類「{what}」のファイルが{count}個あります。使えるのは{most}個までです。</translation>
    </message>
    <message>
        <source>There is a collection “{name}” already.</source>
        <translation>コレクション「{name}」は既にあります。</translation>
    </message>
    <message>
        <source>There is no LoRA called “{name}” in your folders of models.</source>
        <translation>モデルのフォルダーに「{name}」というLoRAはありません。</translation>
    </message>
    <message>
        <source>There is no animation: the denoising could not be kept in memory.</source>
        <translation>アニメーションはありません。ノイズ除去の過程をメモリに残せませんでした。</translation>
    </message>
    <message>
        <source>There is no build of torch {version} for “{card}” at {endpoint}.</source>
        <translation>{endpoint}に、「{card}」用のtorch {version}のビルドがありません。</translation>
    </message>
    <message>
        <source>There is no collection “{name}”.</source>
        <translation>コレクション「{name}」はありません。</translation>
    </message>
    <message>
        <source>There is no cross-attention layer {layer}.</source>
        <translation>クロスアテンション層{layer}はありません。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>フォルダー「{path}」はありません。</translation>
    </message>
    <message>
        <source>There is no model at “{path}”.</source>
        <translation>「{path}」にモデルはありません。</translation>
    </message>
    <message>
        <source>There is no model “{name}”.</source>
        <translation>モデル「{name}」はありません。</translation>
    </message>
    <message>
        <source>There is no model “{repo_id}” at {endpoint}, or it is private.</source>
        <translation>{endpoint}にモデル「{repo_id}」はないか、非公開です。</translation>
    </message>
    <message>
        <source>There is no noise schedule called “{name}”.</source>
        <translation>「{name}」というノイズスケジュールはありません。</translation>
    </message>
    <message>
        <source>There is no picture {id} in the gallery.</source>
        <translation>ギャラリーに画像{id}はありません。</translation>
    </message>
    <message>
        <source>There is no scheduler called “{scheduler}”.</source>
        <translation>「{scheduler}」というスケジューラーはありません。</translation>
    </message>
    <message>
        <source>There is no scheduler “{name}” here; {nearest} comes nearest.</source>
        <translation>スケジューラー「{name}」はありません。最も近い{nearest}を使います。</translation>
    </message>
    <message>
        <source>There is no step {step} in this denoising.</source>
        <translation>このノイズ除去にステップ {step}はありません。</translation>
    </message>
    <message>
        <source>There is no step {step}: this picture is made in {steps}.</source>
        <translation>ステップ {step}はありません。この画像は{steps}ステップで生成されます。</translation>
    </message>
    <message>
        <source>There is no timestep {timestep}.</source>
        <translation>タイムステップ{timestep}はありません。</translation>
    </message>
    <message>
        <source>There is no unfinished download of “{repo_id}”.</source>
        <translation>「{repo_id}」に中断中のダウンロードはありません。</translation>
    </message>
    <message>
        <source>There is not enough memory on {device} to look inside.</source>
        <translation>{device}のメモリが足りず、内部を見られません。</translation>
    </message>
    <message>
        <source>There is nothing at “{path}”.</source>
        <translation>「{path}」には何もありません。</translation>
    </message>
    <message>
        <source>There is nothing to fetch.</source>
        <translation>取得するものはありません。</translation>
    </message>
    <message>
        <source>These are too many files at once.</source>
        <translation>一度に開くファイルが多すぎます。</translation>
    </message>
    <message>
        <source>These end in .ckpt, .pt, .pth or .bin.</source>
        <translation>末尾は .ckpt、.pt、.pth、.bin のどれかです。</translation>
    </message>
    <message>
        <source>These settings are incomplete: there is no prompt.</source>
        <translation>この設定は不完全です。プロンプトがありません。</translation>
    </message>
    <message>
        <source>These settings are not a JSON object.</source>
        <translation>この設定はJSONオブジェクトではありません。</translation>
    </message>
    <message>
        <source>These settings are not valid JSON.</source>
        <translation>この設定は有効なJSONではありません。</translation>
    </message>
    <message>
        <source>These two pictures were made by models whose latents are of different kinds.</source>
        <translation>この2枚の画像を生成したモデルは、潜在表現の種類が異なります。</translation>
    </message>
    <message>
        <source>They are deleted.</source>
        <translation>削除します。</translation>
    </message>
    <message>
        <source>They are written beside the pictures, where the folders allow it.</source>
        <translation>書き込めるフォルダーでは、画像の隣に書き出します。</translation>
    </message>
    <message>
        <source>They come into the gallery.</source>
        <translation>ギャラリーに加えます。</translation>
    </message>
    <message>
        <source>They leave the gallery; what is in the trash stays known.</source>
        <translation>ギャラリーから外します。ゴミ箱にあるものの情報は残ります。</translation>
    </message>
    <message>
        <source>They stay known, for when the files come back.</source>
        <translation>ファイルが戻ったときのために、情報を残します。</translation>
    </message>
    <message>
        <source>They stay where they are, for when their pictures come back.</source>
        <translation>画像が戻ったときのために、その場所に残します。</translation>
    </message>
    <message>
        <source>They stay where they are; bring them back from a backup.</source>
        <translation>その場所に残します。バックアップから復元してください。</translation>
    </message>
    <message>
        <source>They stay where they are; move them away to have new ones written.</source>
        <translation>その場所に残します。別の場所に移すと、新しく書き出されます。</translation>
    </message>
    <message>
        <source>This denoising was made with another model than “{model}” is now.</source>
        <translation>このノイズ除去は、今の「{model}」とは別のモデルで行われました。</translation>
    </message>
    <message>
        <source>This denoising was made with other LoRAs, embeddings or parts than are there now.</source>
        <translation>このノイズ除去に使われたLoRA、埋め込み、パーツが、今あるものと異なります。</translation>
    </message>
    <message>
        <source>This is a flow model: it goes from noise to picture in a straight line, so there are no betas that could be replaced.</source>
        <translation>これはフローモデルです。ノイズから画像へまっすぐ進むため、差し替えられるβはありません。</translation>
    </message>
    <message>
        <source>This model has no VAE: its network works on the pixels themselves.</source>
        <translation>このモデルにはVAEがなく、ネットワークがピクセルを直接扱います。</translation>
    </message>
    <message>
        <source>This model has no cross-attention that can be shown.</source>
        <translation>このモデルには、表示できるクロスアテンションがありません。</translation>
    </message>
    <message>
        <source>This model is a transformer: it reads words and picture in one joint attention, and has no cross-attention layers as a UNet has them.</source>
        <translation>このモデルはTransformerです。単語と画像を1つの共同アテンションで読み、UNetのようなクロスアテンション層はありません。</translation>
    </message>
    <message>
        <source>This model makes grey pictures, and noise is added to coloured ones here.</source>
        <translation>このモデルが作るのはグレーの画像ですが、ここでノイズを加えるのはカラーの画像です。</translation>
    </message>
    <message>
        <source>This model reads no negative prompt, so it had no effect.</source>
        <translation>このモデルはネガティブプロンプトを使わないため、反映されていません。</translation>
    </message>
    <message>
        <source>This model reads no prompt, so it had no effect.</source>
        <translation>このモデルはプロンプトを使わないため、プロンプトは反映されていません。</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so no pixel attends to words.</source>
        <translation>このモデルはプロンプトを使わず、学習したものを自分で描くため、単語へのアテンションはありません。</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so there are no hidden states of words.</source>
        <translation>このモデルはプロンプトを使わず、学習したものを自分で描くため、単語の隠れ状態はありません。</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so there is nothing that could guide it.</source>
        <translation>このモデルはプロンプトを使わず、学習したものを自分で描くため、ガイダンスはありません。</translation>
    </message>
    <message>
        <source>This model takes no LoRAs.</source>
        <translation>このモデルではLoRAを使えません。</translation>
    </message>
    <message>
        <source>This model takes no textual inversions, and “{word}” in the prompt is one.</source>
        <translation>このモデルではTextual Inversionを使えませんが、プロンプトに「{word}」が含まれています。</translation>
    </message>
    <message>
        <source>This model was distilled: its network is told the guidance scale and gives one answer, not one without and one with the prompt.</source>
        <translation>このモデルは蒸留されています。ネットワークはガイダンススケールを受け取り、プロンプトなしとありの2つではなく、1つの答えを出します。</translation>
    </message>
    <message>
        <source>This model&apos;s VAE gives latents, not a distribution of them, and reads pictures otherwise than this pane does.</source>
        <translation>このモデルのVAEが出すのは潜在表現そのもので、その分布ではありません。また、画像の読み取り方もここで扱うものと異なります。</translation>
    </message>
    <message>
        <source>This model&apos;s network gives one answer, not two.</source>
        <translation>このモデルのネットワークが出す答えは、2つではなく1つです。</translation>
    </message>
    <message>
        <source>This pane knows the inner flow of Stable Diffusion, SDXL, SD 3 and FLUX; that of a {kind} is another. Its steps, its schedule and its parts can be seen.</source>
        <translation>ここで扱えるのは、Stable Diffusion、SDXL、SD 3、FLUXの内部の流れです。{kind}の流れは異なります。ステップ、スケジュール、パーツは見ることができます。</translation>
    </message>
    <message>
        <source>This picture is no longer in the gallery.</source>
        <translation>この画像はもうギャラリーにありません。</translation>
    </message>
    <message>
        <source>This search has more than {most} words.</source>
        <translation>この検索の単語が{most}個を超えています。</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>This would move “{path}” to the trash ({size}{uses}).</source>
        <translation>「{path}」がゴミ箱に移動されます（{size}{uses}）。</translation>
    </message>
    <message>
        <source>Thumbnails of pictures that are not there.</source>
        <translation>存在しない画像のサムネイル。</translation>
    </message>
    <message>
        <source>Try a lower guidance scale, another scheduler or another model.</source>
        <translation>ガイダンススケールを下げるか、別のスケジューラーやモデルをお試しください。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>しばらくしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again later. Start the download again to go on where it stopped.</source>
        <translation>しばらくしてからもう一度お試しください。もう一度ダウンロードを始めると、止まったところから続きます。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>もう一度お試しください。</translation>
    </message>
    <message>
        <source>Twelve billion parameters, distilled to four steps; wants a large card.</source>
        <translation>120億パラメーター、4ステップに蒸留。大容量のGPUが必要です。</translation>
    </message>
    <message>
        <source>Type at least one letter.</source>
        <translation>1文字以上入力してください。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>入力し直してください。</translation>
    </message>
    <message>
        <source>Unset it to download models.</source>
        <translation>モデルをダウンロードするには、この変数を解除してください。</translation>
    </message>
    <message>
        <source>Use a copy in the safetensors format, or have this one converted: “sdstudio models convert” and File → Open do that, and read nothing but numbers.</source>
        <translation>safetensors形式のものを使うか、これを変換してください。「sdstudio models convert」または［ファイル］→［モデルファイルを開く］で変換でき、数値だけが読み取られます。</translation>
    </message>
    <message>
        <source>Use a copy in the safetensors format.</source>
        <translation>safetensors形式のものを使ってください。</translation>
    </message>
    <message>
        <source>Use a copy of the model in the safetensors format, from somebody you trust.</source>
        <translation>信頼できる提供元の、safetensors形式のモデルを使ってください。</translation>
    </message>
    <message>
        <source>Use a copy with safetensors weights.</source>
        <translation>safetensorsの重みを持つものを使ってください。</translation>
    </message>
    <message>
        <source>Use a diffusers model with safetensors weights.</source>
        <translation>safetensorsの重みを持つdiffusersモデルを使ってください。</translation>
    </message>
    <message>
        <source>Use a model in the safetensors format.</source>
        <translation>safetensors形式のモデルを使ってください。</translation>
    </message>
    <message>
        <source>Use a model that makes pictures from a prompt alone.</source>
        <translation>プロンプトだけから画像を作るモデルを使ってください。</translation>
    </message>
    <message>
        <source>Use an https address, or no token.</source>
        <translation>httpsのアドレスを使うか、アクセストークンを使わないでください。</translation>
    </message>
    <message>
        <source>Use another copy of the model.</source>
        <translation>モデルの別のコピーを使ってください。</translation>
    </message>
    <message>
        <source>Use another hub, or download the model by other means.</source>
        <translation>別のハブを使うか、別の方法でモデルをダウンロードしてください。</translation>
    </message>
    <message>
        <source>Use another index.</source>
        <translation>別のインデックスを使ってください。</translation>
    </message>
    <message>
        <source>Use another index; see the documentation of the GPU.</source>
        <translation>別のインデックスを使ってください。詳しくはGPUの説明書をご覧ください。</translation>
    </message>
    <message>
        <source>Use cpu, cuda, cuda:1 or mps, or leave it empty.</source>
        <translation>cpu、cuda、cuda:1、mpsのどれかにするか、空にしてください。</translation>
    </message>
    <message>
        <source>Use that version to look inside; the picture itself is unharmed.</source>
        <translation>内部を見るには、そのバージョンを使ってください。画像そのものに問題はありません。</translation>
    </message>
    <message>
        <source>Usual values are 3 to 12.</source>
        <translation>通常は3から12です。</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or end it.</source>
        <translation>しばらく待ってからもう一度試すか、終了させてください。</translation>
    </message>
    <message>
        <source>Wait a moment, or choose a model.</source>
        <translation>しばらく待つか、モデルを選んでください。</translation>
    </message>
    <message>
        <source>Wait for that download, or stop it.</source>
        <translation>そのダウンロードを待つか、停止してください。</translation>
    </message>
    <message>
        <source>What is to be added to the model does not fit into the memory of {device}.</source>
        <translation>モデルに追加するものが{device}のメモリに収まりません。</translation>
    </message>
    <message>
        <source>What these settings add to the model makes no sense.</source>
        <translation>この設定のうち、モデルに追加するものの内容が不正です。</translation>
    </message>
    <message>
        <source>What was given as a token is none.</source>
        <translation>アクセストークンとして指定されたものは、アクセストークンではありません。</translation>
    </message>
    <message>
        <source>With an NVIDIA card, install its driver and start the app again. Cards of other makers cannot be used yet.</source>
        <translation>NVIDIAのGPUがある場合は、ドライバーをインストールしてアプリを再起動してください。ほかのメーカーのGPUはまだ使えません。</translation>
    </message>
    <message>
        <source>Write it as in &lt;lora:{name}:0.8&gt;.</source>
        <translation>&lt;lora:{name}:0.8&gt; のように書いてください。</translation>
    </message>
    <message>
        <source>Write it as owner/name, as in stable-diffusion-v1-5/stable-diffusion-v1-5.</source>
        <translation>stable-diffusion-v1-5/stable-diffusion-v1-5 のように、所有者/名前の形で書いてください。</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>{example}のように書いてください。</translation>
    </message>
    <message>
        <source>You are offline by choice: nothing is asked of {endpoint}.</source>
        <translation>オフラインに設定されているため、{endpoint}には問い合わせません。</translation>
    </message>
    <message>
        <source>a LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>a textual inversion</source>
        <translation>Textual Inversion</translation>
    </message>
    <message>
        <source>a very large number</source>
        <translation>非常に大きな数</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>ffmpeg could not make an MP4 file of these steps.</source>
        <translation>ffmpegでこのステップのMP4ファイルを作れませんでした。</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>it does not say that its pictures are squares, and how large</source>
        <translation>画像が正方形であることとその大きさの記載がありません</translation>
    </message>
    <message>
        <source>it failed ({kind})</source>
        <translation>失敗しました（{kind}）</translation>
    </message>
    <message>
        <source>it has to be told a class to make a picture of</source>
        <translation>画像にするクラスの指定が必要です</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>なくなっています</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>ロックされています</translation>
    </message>
    <message>
        <source>it is not what it was when it was first verified</source>
        <translation>最初に検証したときと異なります</translation>
    </message>
    <message>
        <source>it is not what was downloaded</source>
        <translation>ダウンロードしたものと異なります</translation>
    </message>
    <message>
        <source>it keeps nothing</source>
        <translation>何も保管できません</translation>
    </message>
    <message>
        <source>list of models</source>
        <translation>モデルの一覧</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>ネガティブプロンプト</translation>
    </message>
    <message>
        <source>number of steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>part</source>
        <translation>パーツ</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>sdstudio is running already but does not answer.</source>
        <translation>sdstudioは既に実行中ですが、応答がありません。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード値</translation>
    </message>
    <message>
        <source>settings file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>something else lies there by now</source>
        <translation>その場所に既に別のものがあります</translation>
    </message>
    <message>
        <source>step to branch from</source>
        <translation>分岐元のステップ</translation>
    </message>
    <message>
        <source>the denoiser of a model without its other parts</source>
        <translation>モデルのノイズ除去ネットワークだけのもの</translation>
    </message>
    <message>
        <source>there is none on this system</source>
        <translation>このシステムにはありません</translation>
    </message>
    <message>
        <source>this is only possible in the system&apos;s file manager</source>
        <translation>システムのファイルマネージャーでしかできません</translation>
    </message>
    <message>
        <source>torch as it came with this installation ({version}) can use NVIDIA cards already.</source>
        <translation>インストール済みのtorch（{version}）は、既にNVIDIAのGPUに対応しています。</translation>
    </message>
    <message>
        <source>torch for your graphics card ({version}) did not start the last time; the processor is used.</source>
        <translation>GPU用のtorch（{version}）が前回起動しなかったため、CPUを使います。</translation>
    </message>
    <message>
        <source>torch for your graphics card could not be started: {reason}.</source>
        <translation>GPU用のtorchを起動できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>torch for your graphics card did not start within {seconds} seconds.</source>
        <translation>GPU用のtorchが{seconds}秒以内に起動しませんでした。</translation>
    </message>
    <message>
        <source>torch for your graphics card does not work on this computer: {reason}.</source>
        <translation>GPU用のtorchはこのコンピューターで動作しません：{reason}。</translation>
    </message>
    <message>
        <source>torch for your graphics card ended while it was starting (code {code}).</source>
        <translation>GPU用のtorchが起動中に終了しました（コード{code}）。</translation>
    </message>
    <message>
        <source>torch&apos;s build for your graphics card needs “{what}”, which is not to be had.</source>
        <translation>GPU用のtorchには「{what}」が必要ですが、入手できません。</translation>
    </message>
    <message>
        <source>what its network takes and gives are not plain pixels</source>
        <translation>ネットワークの入出力が通常のピクセルではありません</translation>
    </message>
    <message>
        <source>width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>{count} of the pictures could not be read, “{path}” for one.</source>
        <translation>「{path}」など、{count}枚の画像を読み取れませんでした。</translation>
    </message>
    <message>
        <source>{count} samplers made it; the settings are those of the first.</source>
        <translation>{count}個のサンプラーで作られています。設定は最初のサンプラーのものです。</translation>
    </message>
    <message>
        <source>{endpoint} did not answer the question (its answer was {status}).</source>
        <translation>{endpoint}は問い合わせに答えませんでした（応答：{status}）。</translation>
    </message>
    <message>
        <source>{endpoint} does not accept the token.</source>
        <translation>{endpoint}がアクセストークンを受け付けません。</translation>
    </message>
    <message>
        <source>{endpoint} has too much to do, or is broken (its answer was {status}).</source>
        <translation>{endpoint}は混み合っているか、故障しています（応答：{status}）。</translation>
    </message>
    <message>
        <source>{endpoint} refused the download (its answer was {status}).</source>
        <translation>{endpoint}がダウンロードを拒否しました（応答：{status}）。</translation>
    </message>
    <message>
        <source>{endpoint} sends whole files only, so nobody can say what would be fetched.</source>
        <translation>{endpoint}はファイル全体しか送らないため、何を取得することになるか事前に確認できません。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{gone} of {pictures} pictures would leave the gallery, since their files are gone. Nothing was changed.</source>
        <translation>ファイルがないため、{pictures}枚中{gone}枚の画像がギャラリーから外れることになります。何も変更していません。</translation>
    </message>
    <message>
        <source>{kind} makes no picture in {steps} step.</source>
        <translation>{kind}は{steps}ステップでは画像を生成できません。</translation>
    </message>
    <message>
        <source>{name} must be text.</source>
        <translation>{name}にはテキストを指定してください。</translation>
    </message>
    <message>
        <source>{scheduler} cannot make a picture in {steps} steps.</source>
        <translation>{scheduler}は{steps}ステップでは画像を生成できません。</translation>
    </message>
    <message>
        <source>{variable} is “{wish}”, but this computer has no such device.</source>
        <translation>{variable}は「{wish}」ですが、このコンピューターにそのデバイスはありません。</translation>
    </message>
    <message>
        <source>{variable} is “{wish}”, which is no device.</source>
        <translation>{variable}の「{wish}」はデバイスではありません。</translation>
    </message>
    <message>
        <source>“Use my GPU” in the menu Generate tries it again or removes it.</source>
        <translation>［生成］メニューの「GPUを使う」で、再試行または削除できます。</translation>
    </message>
    <message>
        <source>“sdstudio gallery list” tells which there are.</source>
        <translation>どの画像があるかは「sdstudio gallery list」で分かります。</translation>
    </message>
    <message>
        <source>“sdstudio gallery rebuild” makes a new one from the files.</source>
        <translation>「sdstudio gallery rebuild」で、ファイルから新しく作り直せます。</translation>
    </message>
    <message>
        <source>“sdstudio models downloads” tells which there are.</source>
        <translation>どのダウンロードがあるかは「sdstudio models downloads」で分かります。</translation>
    </message>
    <message>
        <source>“sdstudio models list --json” tells which are.</source>
        <translation>登録されているフォルダーは「sdstudio models list --json」で分かります。</translation>
    </message>
    <message>
        <source>“sdstudio models list” tells which there are.</source>
        <translation>どのモデルがあるかは「sdstudio models list」で分かります。</translation>
    </message>
    <message>
        <source>“{card}” is too old for this version of torch.</source>
        <translation>「{card}」は、このバージョンのtorchには古すぎます。</translation>
    </message>
    <message>
        <source>“{endpoint}” is no address of a hub.</source>
        <translation>「{endpoint}」はハブのアドレスではありません。</translation>
    </message>
    <message>
        <source>“{index}” names a weight file outside its own folder: “{name}”.</source>
        <translation>「{index}」が、自身のフォルダーの外にある重みファイル「{name}」を参照しています。</translation>
    </message>
    <message>
        <source>“{model}” cannot be run with the scheduler {scheduler}.</source>
        <translation>「{model}」はスケジューラー{scheduler}では動作しません。</translation>
    </message>
    <message>
        <source>“{model}” has no part called “{name}” that could be swapped.</source>
        <translation>「{model}」に、差し替え可能な「{name}」というパーツはありません。</translation>
    </message>
    <message>
        <source>“{model}” is a {kind}, which needs a picture besides the prompt; this version makes pictures from words alone.</source>
        <translation>「{model}」は{kind}で、プロンプトのほかに画像が必要です。このバージョンは、言葉だけから画像を生成します。</translation>
    </message>
    <message>
        <source>“{model}” is a {kind}, which this version cannot run.</source>
        <translation>「{model}」は{kind}で、このバージョンでは動作しません。</translation>
    </message>
    <message>
        <source>“{model}” reads no prompt, so it has no tokens.</source>
        <translation>「{model}」はプロンプトを使わないため、トークンがありません。</translation>
    </message>
    <message>
        <source>“{name}” arrived damaged: its checksum is not the one listed.</source>
        <translation>届いた「{name}」が壊れていました。チェックサムが一覧と異なります。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>「{name}」を読み取れませんでした：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of {device}.</source>
        <translation>「{name}」は{device}のメモリに収まりません。</translation>
    </message>
    <message>
        <source>“{name}” does not say which kind of Stable Diffusion 2 it is; it was taken for the one of {side} pixels. If its pictures are only noise, put the .yaml file that came with it beside it.</source>
        <translation>「{name}」には、どの種類のStable Diffusion 2かの記載がないため、{side}ピクセルのものとして扱いました。画像がノイズだけになる場合は、付属の .yaml ファイルを隣に置いてください。</translation>
    </message>
    <message>
        <source>“{name}” holds a file that would lie outside its own folder: “{path}”.</source>
        <translation>「{name}」に、自身のフォルダーの外に置かれるファイル「{path}」が含まれています。</translation>
    </message>
    <message>
        <source>“{name}” holds far more than such a file should.</source>
        <translation>「{name}」の中身が、この種のファイルとしては多すぎます。</translation>
    </message>
    <message>
        <source>“{name}” is being downloaded already.</source>
        <translation>「{name}」は既にダウンロード中です。</translation>
    </message>
    <message>
        <source>“{name}” is damaged: it does not hold what its own list says.</source>
        <translation>「{name}」が壊れています。中身が自身の一覧と一致しません。</translation>
    </message>
    <message>
        <source>“{name}” is far larger than such a file should be.</source>
        <translation>「{name}」が、この種のファイルとしては大きすぎます。</translation>
    </message>
    <message>
        <source>“{name}” is listed, but not there.</source>
        <translation>「{name}」は一覧にありますが、実際には存在しません。</translation>
    </message>
    <message>
        <source>“{name}” is neither a path nor a model that has been downloaded.</source>
        <translation>「{name}」はパスでも、ダウンロード済みのモデルでもありません。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be read; it may be damaged.</source>
        <translation>「{name}」は読み取れる画像ではありません。壊れている可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” is the name of {count} models.</source>
        <translation>「{name}」という名前のモデルが{count}個あります。</translation>
    </message>
    <message>
        <source>“{name}” is too large: at most {pixels} million pixels are read.</source>
        <translation>「{name}」は大きすぎます。読み取れるのは{pixels}百万ピクセルまでです。</translation>
    </message>
    <message>
        <source>“{name}” of “{repo_id}” is damaged.</source>
        <translation>「{repo_id}」の「{name}」が壊れています。</translation>
    </message>
    <message>
        <source>“{name}” of “{repo_id}” is listed, but not there.</source>
        <translation>「{repo_id}」の「{name}」は一覧にありますが、実際には存在しません。</translation>
    </message>
    <message>
        <source>“{path}” asks for “{library}.{class_name}”, which is no model class.</source>
        <translation>「{path}」が求める「{library}.{class_name}」は、モデルのクラスではありません。</translation>
    </message>
    <message>
        <source>“{path}” cannot be shown: the file is missing or damaged.</source>
        <translation>「{path}」を表示できません。ファイルがないか、壊れています。</translation>
    </message>
    <message>
        <source>“{path}” changes a model in a way that this version cannot apply ({kind}).</source>
        <translation>「{path}」は、このバージョンでは適用できない方法（{kind}）でモデルを変更します。</translation>
    </message>
    <message>
        <source>“{path}” claims to hold more than it does.</source>
        <translation>「{path}」は、実際の中身より大きなサイズを示しています。</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back from the trash: {reason}.</source>
        <translation>「{path}」をゴミ箱から元に戻せませんでした：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back: another file has taken its place.</source>
        <translation>「{path}」を元に戻せませんでした。その場所に別のファイルがあります。</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back: it is no longer in the trash.</source>
        <translation>「{path}」を元に戻せませんでした。もうゴミ箱にありません。</translation>
    </message>
    <message>
        <source>“{path}” could not be converted: there is not enough memory for it.</source>
        <translation>「{path}」を変換できませんでした。メモリが足りません。</translation>
    </message>
    <message>
        <source>“{path}” could not be deleted: {reason}.</source>
        <translation>「{path}」を削除できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be moved to the trash.</source>
        <translation>「{path}」をゴミ箱に移動できませんでした。</translation>
    </message>
    <message>
        <source>“{path}” could not be moved to the trash: {reason}.</source>
        <translation>「{path}」をゴミ箱に移動できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be read.</source>
        <translation>「{path}」を読み取れませんでした。</translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}.</source>
        <translation>「{path}」を読み取れませんでした：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be written.</source>
        <translation>「{path}」を書き込めませんでした。</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}.</source>
        <translation>「{path}」を書き込めませんでした：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” describes the component “{name}” in an unknown way.</source>
        <translation>「{path}」では、コンポーネント「{name}」の書き方が未知のものです。</translation>
    </message>
    <message>
        <source>“{path}” does not end in .png.</source>
        <translation>「{path}」の末尾が .png ではありません。</translation>
    </message>
    <message>
        <source>“{path}” does not end in .safetensors.</source>
        <translation>「{path}」の末尾が .safetensors ではありません。</translation>
    </message>
    <message>
        <source>“{path}” does not fit its family: of the weights of its “{name}”, {count} are missing or of another size, “{first}” among them.</source>
        <translation>「{path}」は系列に合いません。「{name}」の重みのうち、「{first}」など{count}個がないか、サイズが異なります。</translation>
    </message>
    <message>
        <source>“{path}” does not list its weight files.</source>
        <translation>「{path}」に重みファイルの一覧がありません。</translation>
    </message>
    <message>
        <source>“{path}” does not say which pipeline it is for.</source>
        <translation>「{path}」には、どのパイプライン用かの記載がありません。</translation>
    </message>
    <message>
        <source>“{path}” has no VAE, so nothing can turn its latents into pictures.</source>
        <translation>「{path}」にはVAEがなく、潜在表現を画像に変えられません。</translation>
    </message>
    <message>
        <source>“{path}” has no text encoder, so it cannot read prompts.</source>
        <translation>「{path}」にはテキストエンコーダーがなく、プロンプトを読めません。</translation>
    </message>
    <message>
        <source>“{path}” holds more than numbers: it asks for “{what}”. Nothing of it was run.</source>
        <translation>「{path}」には数値以外のものが含まれ、「{what}」を求めています。中のものは一切実行していません。</translation>
    </message>
    <message>
        <source>“{path}” holds no pickled weights to convert.</source>
        <translation>「{path}」に、変換するpickle形式の重みはありません。</translation>
    </message>
    <message>
        <source>“{path}” holds no token.</source>
        <translation>「{path}」にアクセストークンがありません。</translation>
    </message>
    <message>
        <source>“{path}” holds no weights.</source>
        <translation>「{path}」に重みがありません。</translation>
    </message>
    <message>
        <source>“{path}” holds no “{name}”.</source>
        <translation>「{path}」に「{name}」がありません。</translation>
    </message>
    <message>
        <source>“{path}” holds only pickled weights, which can run code when they are loaded.</source>
        <translation>「{path}」にはpickle形式の重みしかなく、読み込むとコードが実行されるおそれがあります。</translation>
    </message>
    <message>
        <source>“{path}” holds pickled weights, which can run code when they are loaded.</source>
        <translation>「{path}」にはpickle形式の重みがあり、読み込むとコードが実行されるおそれがあります。</translation>
    </message>
    <message>
        <source>“{path}” holds weights of a kind that safetensors has no name for ({kind}).</source>
        <translation>「{path}」の重みは、safetensorsにない種類（{kind}）です。</translation>
    </message>
    <message>
        <source>“{path}” is a ControlNet: an addition to a model, not a model.</source>
        <translation>「{path}」はControlNetです。モデルへの追加で、モデルそのものではありません。</translation>
    </message>
    <message>
        <source>“{path}” is a LoRA: a change to a model, not a model.</source>
        <translation>「{path}」はLoRAです。モデルを変更するもので、モデルそのものではありません。</translation>
    </message>
    <message>
        <source>“{path}” is a Stable Diffusion 3 or FLUX model in one file, which this version cannot load.</source>
        <translation>「{path}」は単一ファイルのStable Diffusion 3またはFLUXのモデルで、このバージョンでは読み込めません。</translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation>「{path}」はフォルダーです。</translation>
    </message>
    <message>
        <source>“{path}” is a model without a prompt that this version cannot run: {what}.</source>
        <translation>「{path}」はプロンプトを使わないモデルで、このバージョンでは動作しません：{what}。</translation>
    </message>
    <message>
        <source>“{path}” is a single file, and a “{name}” is taken from folders only.</source>
        <translation>「{path}」は単一ファイルですが、「{name}」はフォルダーからしか取り込めません。</translation>
    </message>
    <message>
        <source>“{path}” is a single file, and not one of safetensors.</source>
        <translation>「{path}」は単一ファイルですが、safetensorsではありません。</translation>
    </message>
    <message>
        <source>“{path}” is a single file, not the folder of a tiny autoencoder.</source>
        <translation>「{path}」は単一ファイルで、小型オートエンコーダーのフォルダーではありません。</translation>
    </message>
    <message>
        <source>“{path}” is an embedding: a word that is added to a model.</source>
        <translation>「{path}」は埋め込み、つまりモデルに追加する単語です。</translation>
    </message>
    <message>
        <source>“{path}” is an inpainting model, which needs a picture to begin with.</source>
        <translation>「{path}」はインペイントモデルで、元になる画像が必要です。</translation>
    </message>
    <message>
        <source>“{path}” is being changed by another program.</source>
        <translation>「{path}」は別のプログラムが変更中です。</translation>
    </message>
    <message>
        <source>“{path}” is damaged or cannot be read.</source>
        <translation>「{path}」は壊れているか、読み取れません。</translation>
    </message>
    <message>
        <source>“{path}” is damaged or was replaced: {what}.</source>
        <translation>「{path}」は壊れているか、置き換えられています：{what}。</translation>
    </message>
    <message>
        <source>“{path}” is damaged, or no file of weights.</source>
        <translation>「{path}」は壊れているか、重みのファイルではありません。</translation>
    </message>
    <message>
        <source>“{path}” is damaged: its safetensors header makes no sense.</source>
        <translation>「{path}」が壊れています。safetensorsのヘッダーが不正です。</translation>
    </message>
    <message>
        <source>“{path}” is for changing pictures, such as by inpainting, and not for making them from a prompt alone.</source>
        <translation>「{path}」はインペイントなど画像を変更するためのもので、プロンプトだけから画像を作ることはできません。</translation>
    </message>
    <message>
        <source>“{path}” is in an old format, the pickle, which can hold code that runs when it is loaded; converting it reads only numbers and runs nothing in it.</source>
        <translation>「{path}」は古いpickle形式で、読み込むと実行されるコードを含むことができます。変換では数値だけを読み取り、中のものは一切実行しません。</translation>
    </message>
    <message>
        <source>“{path}” is in the safetensors format already.</source>
        <translation>「{path}」は既にsafetensors形式です。</translation>
    </message>
    <message>
        <source>“{path}” is incomplete: it has {size} bytes and should have {expected}.</source>
        <translation>「{path}」が不完全です。本来{expected}バイトのところ、{size}バイトしかありません。</translation>
    </message>
    <message>
        <source>“{path}” is named safetensors but is a pickle, which can run code.</source>
        <translation>「{path}」は名前はsafetensorsですが、中身はpickle形式で、コードが実行されるおそれがあります。</translation>
    </message>
    <message>
        <source>“{path}” is neither a folder nor a safetensors file.</source>
        <translation>「{path}」はフォルダーでもsafetensorsファイルでもありません。</translation>
    </message>
    <message>
        <source>“{path}” is no LoRA.</source>
        <translation>「{path}」はLoRAではありません。</translation>
    </message>
    <message>
        <source>“{path}” is no PNG, JPEG or WebP file.</source>
        <translation>「{path}」はPNG、JPEG、WebPのファイルではありません。</translation>
    </message>
    <message>
        <source>“{path}” is no Stable Diffusion checkpoint.</source>
        <translation>「{path}」はStable Diffusionのチェックポイントではありません。</translation>
    </message>
    <message>
        <source>“{path}” is no file of pickled weights.</source>
        <translation>「{path}」はpickle形式の重みのファイルではありません。</translation>
    </message>
    <message>
        <source>“{path}” is no textual inversion.</source>
        <translation>「{path}」はTextual Inversionではありません。</translation>
    </message>
    <message>
        <source>“{path}” is not a diffusers model: it has no model_index.json.</source>
        <translation>「{path}」はdiffusersモデルではありません。model_index.jsonがありません。</translation>
    </message>
    <message>
        <source>“{path}” is not a model of a kind that this version knows.</source>
        <translation>「{path}」は、このバージョンが知らない種類のモデルです。</translation>
    </message>
    <message>
        <source>“{path}” is not a tiny autoencoder.</source>
        <translation>「{path}」は小型オートエンコーダーではありません。</translation>
    </message>
    <message>
        <source>“{path}” is not a tiny autoencoder: it has no {name}.</source>
        <translation>「{path}」は小型オートエンコーダーではありません。{name}がありません。</translation>
    </message>
    <message>
        <source>“{path}” is not named as safetensors files are.</source>
        <translation>「{path}」の名前は、safetensorsファイルの形になっていません。</translation>
    </message>
    <message>
        <source>“{path}” is not one of the folders that are looked through.</source>
        <translation>「{path}」は、モデルを探すフォルダーに登録されていません。</translation>
    </message>
    <message>
        <source>“{path}” is not the folder of a diffusers model.</source>
        <translation>「{path}」はdiffusersモデルのフォルダーではありません。</translation>
    </message>
    <message>
        <source>“{path}” is one part of a model in diffusers&apos; format.</source>
        <translation>「{path}」はdiffusers形式のモデルの一部です。</translation>
    </message>
    <message>
        <source>“{path}” is only a VAE, which turns latents into pictures.</source>
        <translation>「{path}」は、潜在表現を画像に変えるVAEだけのファイルです。</translation>
    </message>
    <message>
        <source>“{path}” is the denoising of another picture.</source>
        <translation>「{path}」は別の画像のノイズ除去の過程です。</translation>
    </message>
    <message>
        <source>“{path}” is the refiner of Stable Diffusion XL, which only reworks pictures.</source>
        <translation>「{path}」はStable Diffusion XLのリファイナーで、既存の画像を仕上げることしかできません。</translation>
    </message>
    <message>
        <source>“{path}” is there already.</source>
        <translation>「{path}」は既にあります。</translation>
    </message>
    <message>
        <source>“{path}” is too large to be opened safely.</source>
        <translation>「{path}」は大きすぎて、安全に開けません。</translation>
    </message>
    <message>
        <source>“{path}” is {part}, which makes no pictures by itself.</source>
        <translation>「{path}」は{part}で、単独では画像を生成できません。</translation>
    </message>
    <message>
        <source>“{path}” lies in none of your model folders, so it is not removed.</source>
        <translation>「{path}」はどのモデルフォルダーにも入っていないため、削除しません。</translation>
    </message>
    <message>
        <source>“{path}” names a weight file outside its own folder: “{name}”.</source>
        <translation>「{path}」が、自身のフォルダーの外にある重みファイル「{name}」を参照しています。</translation>
    </message>
    <message>
        <source>“{path}” names “{member}”, a file outside itself.</source>
        <translation>「{path}」が、自身の外にあるファイル「{member}」を参照しています。</translation>
    </message>
    <message>
        <source>“{path}” wants to run code of its own for its “{name}” ({library}).</source>
        <translation>「{path}」は「{name}」のために独自のコード（{library}）を実行しようとしています。</translation>
    </message>
    <message>
        <source>“{path}” was trained for the scheduler {scheduler}, which this version does not have.</source>
        <translation>「{path}」はスケジューラー{scheduler}用に学習されていますが、このバージョンにはありません。</translation>
    </message>
    <message>
        <source>“{repo_id}” can only be downloaded with a token.</source>
        <translation>「{repo_id}」のダウンロードにはアクセストークンが必要です。</translation>
    </message>
    <message>
        <source>“{repo_id}” could not be downloaded.</source>
        <translation>「{repo_id}」をダウンロードできませんでした。</translation>
    </message>
    <message>
        <source>“{repo_id}” has no weights for its “{name}”.</source>
        <translation>「{repo_id}」の「{name}」に重みがありません。</translation>
    </message>
    <message>
        <source>“{repo_id}” has only pickled weights for “{name}”, which can run code when loaded.</source>
        <translation>「{repo_id}」の「{name}」にはpickle形式の重みしかなく、読み込むとコードが実行されるおそれがあります。</translation>
    </message>
    <message>
        <source>“{repo_id}” holds only pickled weights, which can run code when they are loaded.</source>
        <translation>「{repo_id}」にはpickle形式の重みしかなく、読み込むとコードが実行されるおそれがあります。</translation>
    </message>
    <message>
        <source>“{repo_id}” is gated: its makers want you to agree to their terms.</source>
        <translation>「{repo_id}」には利用条件があり、作成者が同意を求めています。</translation>
    </message>
    <message>
        <source>“{repo_id}” is no name of a model on the hub.</source>
        <translation>「{repo_id}」はハブのモデルの名前ではありません。</translation>
    </message>
    <message>
        <source>“{repo_id}” is not a diffusers model: it has no model_index.json.</source>
        <translation>「{repo_id}」はdiffusersモデルではありません。model_index.jsonがありません。</translation>
    </message>
    <message>
        <source>“{repo_id}” lists a file outside its own folder: “{name}”.</source>
        <translation>「{repo_id}」の一覧に、自身のフォルダーの外にあるファイル「{name}」があります。</translation>
    </message>
    <message>
        <source>“{repo_id}” wants to run code of its own for its “{name}” ({library}).</source>
        <translation>「{repo_id}」は「{name}」のために独自のコード（{library}）を実行しようとしています。</translation>
    </message>
    <message>
        <source>“{word}” holds no letter or digit to search for.</source>
        <translation>「{word}」には、検索できる文字も数字もありません。</translation>
    </message>
    <message>
        <source>“{word}” is not understood.</source>
        <translation>「{word}」を解釈できません。</translation>
    </message>
    <message>
        <source>“{word}” is not understood: there is no “{key}” to search for.</source>
        <translation>「{word}」を解釈できません。「{key}」という検索項目はありません。</translation>
    </message>
</context>
</TS>
