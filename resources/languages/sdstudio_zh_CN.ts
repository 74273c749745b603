<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Third-party notices…</source>
        <translation>第三方声明(&amp;T)…</translation>
    </message>
    <message>
        <source>About sdstudio</source>
        <translation>关于 sdstudio</translation>
    </message>
    <message>
        <source>Licensed under the Apache License 2.0.</source>
        <translation>依据 Apache License 2.0 授权。</translation>
    </message>
    <message>
        <source>Makes pictures with Stable Diffusion and shows every denoising step. Everything happens on this computer.</source>
        <translation>用 Stable Diffusion 生成图片，并展示去噪的每一步。一切都在此电脑上完成。</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About sdstudio</source>
        <translation>关于 sdstudio(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Always keep the denoising</source>
        <translation>总是保留去噪过程(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Arrange panels</source>
        <translation>调整面板布局(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Branch from here…</source>
        <translation>从此处分支(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Check the gallery…</source>
        <translation>检查图库(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>谱系(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full size</source>
        <translation>全尺寸查看(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>图库(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import pictures…</source>
        <translation>导入图片(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep this step as a picture</source>
        <translation>将此步保留为图片(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation>放大缩略图(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;No rating</source>
        <translation>无评分(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pictures folder…</source>
        <translation>图片文件夹(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Previews…</source>
        <translation>预览(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use my GPU…</source>
        <translation>使用我的 GPU(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Usual thumbnails</source>
        <translation>默认缩略图大小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;X-ray</source>
        <translation>X 光(&amp;X)</translation>
    </message>
    <message>
        <source>Collectio&amp;ns…</source>
        <translation>合集(&amp;N)…</translation>
    </message>
    <message>
        <source>Cop&amp;y seed</source>
        <translation>复制种子(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy all settings as te&amp;xt</source>
        <translation>以文本复制全部参数(&amp;X)</translation>
    </message>
    <message>
        <source>Export pict&amp;ures…</source>
        <translation>导出图片(&amp;U)…</translation>
    </message>
    <message>
        <source>Fin&amp;d pictures</source>
        <translation>查找图片(&amp;D)</translation>
    </message>
    <message>
        <source>How does this &amp;work?</source>
        <translation>工作原理(&amp;W)</translation>
    </message>
    <message>
        <source>Move to tr&amp;ash</source>
        <translation>移到回收站(&amp;A)</translation>
    </message>
    <message>
        <source>Open mo&amp;del file…</source>
        <translation>打开模型文件(&amp;D)…</translation>
    </message>
    <message>
        <source>R&amp;euse settings</source>
        <translation>复用参数(&amp;E)</translation>
    </message>
    <message>
        <source>Reuse on&amp;ly the seed</source>
        <translation>仅复用种子(&amp;L)</translation>
    </message>
    <message>
        <source>Reuse only t&amp;he prompt</source>
        <translation>仅复用提示词(&amp;H)</translation>
    </message>
    <message>
        <source>Save pictu&amp;re as…</source>
        <translation>图片另存为(&amp;R)…</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>在文件夹中显示(&amp;I)</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>Sur&amp;prise me</source>
        <translation>给我惊喜(&amp;P)</translation>
    </message>
    <message>
        <source>Tell me about &amp;new versions</source>
        <translation>有新版本时通知我(&amp;N)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>比较(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;all details</source>
        <translation>复制全部详情(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics…</source>
        <translation>复制诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>复制提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>复制值(&amp;V)</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>详情(&amp;E)</translation>
    </message>
    <message>
        <source>Fa&amp;vourite</source>
        <translation>收藏(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the &amp;prompt</source>
        <translation>转到提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the &amp;timeline</source>
        <translation>转到时间线(&amp;T)</translation>
    </message>
    <message>
        <source>Keep the &amp;denoising with the picture</source>
        <translation>随图片保留去噪过程(&amp;D)</translation>
    </message>
    <message>
        <source>Open m&amp;odel folder…</source>
        <translation>打开模型文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>P&amp;ixels</source>
        <translation>像素(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;lay or pause</source>
        <translation>播放或暂停(&amp;L)</translation>
    </message>
    <message>
        <source>Reset to the &amp;model&apos;s settings</source>
        <translation>恢复为模型的默认参数(&amp;M)</translation>
    </message>
    <message>
        <source>Reuse settings &amp;without seed</source>
        <translation>复用参数（不含种子）(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;maller thumbnails</source>
        <translation>缩小缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>Send to c&amp;ompare</source>
        <translation>加入比较(&amp;O)</translation>
    </message>
    <message>
        <source>Show pictures &amp;folder</source>
        <translation>打开图片所在文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Stop &amp;everything</source>
        <translation>全部停止(&amp;E)</translation>
    </message>
    <message>
        <source>Stop and &amp;keep</source>
        <translation>停止并保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Additions</name>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>Text encoder 2</source>
        <translation>文本编码器 2</translation>
    </message>
    <message>
        <source>Text encoder 3</source>
        <translation>文本编码器 3</translation>
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
        <translation>选择：{part}</translation>
    </message>
    <message>
        <source>Not used with this model: {names}. What is left out is used again with a model that it fits.</source>
        <translation>此模型未使用：{names}。换用适合的模型后会重新启用。</translation>
    </message>
    <message>
        <source>Of what is added to the model, this is not there or cannot be used: {names}. The add-ons in the panel say why.</source>
        <translation>附加到模型的以下内容缺失或无法使用：{names}。原因见面板中的“附加组件”。</translation>
    </message>
    <message>
        <source>Open a LoRA</source>
        <translation>打开 LoRA</translation>
    </message>
    <message>
        <source>{name} (for {family})</source>
        <translation>{name}（用于 {family}）</translation>
    </message>
    <message>
        <source>“{name}” is not used any more.</source>
        <translation>已不再使用“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is not used: this model takes none of this kind ({kind}).</source>
        <translation>未使用“{name}”：此模型不支持这一类（{kind}）。</translation>
    </message>
    <message>
        <source>“{name}” is nothing that can be added to a model.</source>
        <translation>“{name}”不是可以附加到模型的内容。</translation>
    </message>
    <message>
        <source>“{name}” is on the list, and used with a model that it fits.</source>
        <translation>“{name}”已加入列表，换用适合的模型后即会使用。</translation>
    </message>
    <message>
        <source>“{name}” is used.</source>
        <translation>已使用“{name}”。</translation>
    </message>
    <message>
        <source>“{word}” stands for it in the prompt.</source>
        <translation>在提示词中用“{word}”表示它。</translation>
    </message>
</context>
<context>
    <name>AdditionsSection</name>
    <message>
        <source>Add a LoRA</source>
        <translation>添加 LoRA</translation>
    </message>
    <message>
        <source>Add-&amp;ons</source>
        <translation>附加组件(&amp;O)</translation>
    </message>
    <message>
        <source>Add-&amp;ons ({count})</source>
        <translation>附加组件（{count}）(&amp;O)</translation>
    </message>
    <message>
        <source>All {count} in the window of models…</source>
        <translation>在模型窗口中查看全部 {count} 个…</translation>
    </message>
    <message>
        <source>Embeddings in the prompts: {words}</source>
        <translation>提示词中的嵌入：{words}</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>No others in your folders of models</source>
        <translation>你的模型文件夹中没有其他可选项</translation>
    </message>
    <message>
        <source>Not used: it is for {family}.</source>
        <translation>未使用：它适用于 {family}。</translation>
    </message>
    <message>
        <source>Not used: this model takes none.</source>
        <translation>未使用：此模型不支持。</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>{name}: for {family}</source>
        <translation>{name}：适用于 {family}</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>(beginning)</source>
        <translation>（开头）</translation>
    </message>
    <message>
        <source>(end)</source>
        <translation>（结尾）</translation>
    </message>
</context>
<context>
    <name>AttentionPane</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Opacity of the map</source>
        <translation>注意力图的不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Replay with attention</source>
        <translation>重放并记录注意力(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>所有步</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Attention from {low} % (dark) to {high} % (bright), {width} × {height} places.</source>
        <translation>注意力从 {low}%（暗）到 {high}%（亮），{width} × {height} 个位置。</translation>
    </message>
    <message>
        <source>Attention is too much to be kept while a picture is made. To look at it, the denoising is run a second time, so it takes as long again. The picture stays as it is, pixel by pixel.</source>
        <translation>注意力数据太大，无法在生成图片时一并保留。要查看它，需要再运行一次去噪，因此要花同样长的时间。图片保持不变，每个像素都相同。</translation>
    </message>
    <message>
        <source>Choose one or more words above.</source>
        <translation>请在上方选择一个或多个词。</translation>
    </message>
    <message>
        <source>Click a spot of the picture to see which words it looked at.</source>
        <translation>点击图片上的一个位置，查看它关注了哪些词。</translation>
    </message>
    <message>
        <source>Every spot of the picture looks at every word and takes over what fits: bright is where the chosen words were looked at most.</source>
        <translation>图片的每个位置都会查看每个词，并吸收与之相符的内容：越亮的地方，越关注所选的词。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Make a picture first: attention is that of its denoising.</source>
        <translation>请先生成一张图片：注意力来自它的去噪过程。</translation>
    </message>
    <message>
        <source>Opacity of the map</source>
        <translation>注意力图的不透明度</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>重放进度</translation>
    </message>
    <message>
        <source>Replay with attention</source>
        <translation>重放并记录注意力</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>第 {done}/{total} 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>停止重放</translation>
    </message>
    <message>
        <source>The map itself</source>
        <translation>注意力图本身</translation>
    </message>
    <message>
        <source>The picture with its attention map</source>
        <translation>叠加注意力图的图片</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>当前步</translation>
    </message>
    <message>
        <source>This step ({step})</source>
        <translation>当前步（{step}）</translation>
    </message>
    <message>
        <source>This step is the parent&apos;s; attention was kept of own ones.</source>
        <translation>这一步属于父图片；只为此图片自己的步保留了注意力。</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>正在等待…</translation>
    </message>
    <message>
        <source>Word: {word}</source>
        <translation>词：{word}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Words at a spot</source>
        <translation>某个位置的词</translation>
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
        <translation>在距左边 {x}%、距顶部 {y}% 处，{share}% 的注意力分给了这些词，其余给了开头标记和填充。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Close this notice; {count} more</source>
        <translation>关闭此通知；还有 {count} 条</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
</context>
<context>
    <name>BranchDialog</name>
    <message>
        <source>&amp;Branch</source>
        <translation>分支(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fresh noise</source>
        <translation>新噪声(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guidance scale</source>
        <translation>引导系数(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>反向提示词(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>提示词(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scheduler</source>
        <translation>调度器(&amp;S)</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch from step {index}</source>
        <translation>从第 {index} 步分支</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Class of the scheduler</source>
        <translation>调度器的类</translation>
    </message>
    <message>
        <source>Fresh noise</source>
        <translation>新噪声</translation>
    </message>
    <message>
        <source>From step {index} on with {changes}: all steps are done anew.</source>
        <translation>从第 {index} 步起改用{changes}：所有步都会重新计算。</translation>
    </message>
    <message numerus="yes">
        <source>From step {index} on with {changes}; the %Ln step(s) before stay as they are.</source>
        <translation>
            <numerusform>从第 {index} 步起改用{changes}；之前的 %Ln 步保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>From step {index} on with {changes}; the step before stays as it is.</source>
        <translation>从第 {index} 步起改用{changes}；之前的一步保持不变。</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>引导系数</translation>
    </message>
    <message>
        <source>Keep what the picture looks like at this step, and put other noise on it</source>
        <translation>保留图片在这一步的样子，换上不同的噪声</translation>
    </message>
    <message>
        <source>Make this picture</source>
        <translation>生成这张图片</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>新的随机种子</translation>
    </message>
    <message>
        <source>Nothing changed: it goes on as before, now to the last step.</source>
        <translation>没有改动：照原样继续，这次运行到最后一步。</translation>
    </message>
    <message>
        <source>Nothing changed: the same picture comes out.</source>
        <translation>没有改动：会得到相同的图片。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Seed of the fresh noise</source>
        <translation>新噪声的种子</translation>
    </message>
    <message>
        <source>Step {index} of {total}</source>
        <translation>第 {index}/{total} 步</translation>
    </message>
    <message>
        <source>The other scheduler goes on at its nearest noise level.</source>
        <translation>新的调度器会从与当前最接近的噪声水平继续。</translation>
    </message>
    <message>
        <source>The picture foreseen at this step</source>
        <translation>这一步的预测图片</translation>
    </message>
    <message>
        <source>What the picture should not show</source>
        <translation>图片中不应出现的内容</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将要发生的变化</translation>
    </message>
    <message>
        <source>another guidance scale</source>
        <translation>不同的引导系数</translation>
    </message>
    <message>
        <source>another negative prompt</source>
        <translation>不同的反向提示词</translation>
    </message>
    <message>
        <source>another prompt</source>
        <translation>不同的提示词</translation>
    </message>
    <message>
        <source>another scheduler</source>
        <translation>不同的调度器</translation>
    </message>
    <message>
        <source>fresh noise</source>
        <translation>新噪声</translation>
    </message>
</context>
<context>
    <name>CalmPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>CanvasPane</name>
    <message>
        <source>Empty: no picture has been made yet.</source>
        <translation>空白：还没有生成图片。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Show what is being made</source>
        <translation>显示正在生成的图片</translation>
    </message>
    <message>
        <source>branched at step {step}</source>
        <translation>在第 {step} 步分支</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>在第 {step} 步停止</translation>
    </message>
    <message>
        <source>{width} × {height} · no settings in the file</source>
        <translation>{width} × {height} · 文件中没有参数</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Channel {number}</source>
        <translation>通道 {number}</translation>
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
        <translation>{shape} 个数值，从 −{end}（蓝）经 0（白）到 {end}（橙）；平均值 {mean}，标准差 {spread}。</translation>
    </message>
</context>
<context>
    <name>CheckControl</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>确认移除</translation>
    </message>
    <message>
        <source>Many pictures would leave</source>
        <translation>将移除大量图片</translation>
    </message>
    <message>
        <source>The gallery could not be checked</source>
        <translation>无法检查图库</translation>
    </message>
    <message>
        <source>The gallery could not be repaired</source>
        <translation>无法修复图库</translation>
    </message>
    <message>
        <source>The repair of the gallery has ended. The database as it was before is kept as “{path}”.</source>
        <translation>图库修复已结束。修复前的数据库保留为“{path}”。</translation>
    </message>
    <message numerus="yes">
        <source>{gone} of %Ln picture(s) would leave the gallery, since their files are gone. Nothing was changed.

Are the files only somewhere else, such as on a drive that is not plugged in? Then bring them back first and check again.</source>
        <translation>
            <numerusform>%Ln 张图片中有 {gone} 张因文件缺失将从图库中移除。目前没有改动任何内容。

文件是否只是在别处，例如在未连接的驱动器上？如果是，请先恢复文件，再重新检查。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>修复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>重新检查(&amp;A)</translation>
    </message>
    <message>
        <source>Check the gallery</source>
        <translation>检查图库</translation>
    </message>
    <message>
        <source>Checking the gallery</source>
        <translation>正在检查图库</translation>
    </message>
    <message>
        <source>Copying the database, reading files…</source>
        <translation>正在复制数据库并读取文件…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) whose files are gone have left the gallery.</source>
        <translation>
            <numerusform>%Ln 张文件缺失的图片已从图库中移除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files and database agree on all %Ln picture(s).</source>
        <translation>
            <numerusform>文件与数据库全部一致：%Ln 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>Looking for files that the gallery does not know…</source>
        <translation>正在查找图库中没有的文件…</translation>
    </message>
    <message>
        <source>Part of the repair was done; a check tells what is left.</source>
        <translation>修复只完成了一部分；重新检查可了解剩余问题。</translation>
    </message>
    <message>
        <source>Repairing the gallery</source>
        <translation>正在修复图库</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The database as it was before is kept as:</source>
        <translation>修复前的数据库保留为：</translation>
    </message>
    <message>
        <source>The gallery is repaired</source>
        <translation>图库已修复</translation>
    </message>
    <message>
        <source>There are no pictures yet, and nothing is left over.</source>
        <translation>还没有图片，也没有残留文件。</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln picture(s)</source>
        <translation>
            <numerusform>{done}/%Ln 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareControl</name>
    <message>
        <source>1 picture waits to be compared. Send another one to compare them.</source>
        <translation>已有 1 张图片等待比较。再加入一张即可比较。</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>取消等待</translation>
    </message>
    <message>
        <source>Four pictures can be compared at a time; take one out first.</source>
        <translation>一次最多比较四张图片；请先移除一张。</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>&amp;Make it and compare</source>
        <translation>生成并比较(&amp;M)</translation>
    </message>
    <message>
        <source>Another guidance scale</source>
        <translation>不同的引导系数</translation>
    </message>
    <message>
        <source>Another scheduler</source>
        <translation>不同的调度器</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>不同的种子</translation>
    </message>
    <message>
        <source>Click a step, or walk with ← and →, to read its distance.</source>
        <translation>点击某一步，或用 ← 和 → 移动，查看其距离。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比较对象(&amp;W)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>引导系数</translation>
    </message>
    <message>
        <source>How far apart x₀ is</source>
        <translation>x₀ 的差距</translation>
    </message>
    <message>
        <source>Make a picture; then it can be compared with another one.</source>
        <translation>生成一张图片后，就可以与另一张比较。</translation>
    </message>
    <message>
        <source>Make it and compare</source>
        <translation>生成并比较</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Step {step}: {distance} apart</source>
        <translation>第 {step} 步：距离 {distance}</translation>
    </message>
    <message>
        <source>The setting to change</source>
        <translation>要改动的参数</translation>
    </message>
    <message>
        <source>The word in its place</source>
        <translation>替换成的词</translation>
    </message>
    <message>
        <source>The word to change</source>
        <translation>要替换的词</translation>
    </message>
    <message>
        <source>There is no other denoising in memory. Try another value below, and see what it changes.</source>
        <translation>内存中没有其他去噪过程。请在下方换一个值，看看会有什么变化。</translation>
    </message>
    <message>
        <source>They are apart from the first step on.</source>
        <translation>两者从第一步起就不同。</translation>
    </message>
    <message>
        <source>They are the same at every step.</source>
        <translation>两者在每一步都相同。</translation>
    </message>
    <message>
        <source>They never part: less than a hundredth at every step.</source>
        <translation>两者始终没有分开：每一步相差都不到百分之一。</translation>
    </message>
    <message>
        <source>They part at step {step}.</source>
        <translation>两者在第 {step} 步分开。</translation>
    </message>
    <message>
        <source>This denoising is still going on.</source>
        <translation>此去噪过程仍在进行。</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>此图片</translation>
    </message>
    <message>
        <source>This one: {label}</source>
        <translation>此图片：{label}</translation>
    </message>
    <message>
        <source>Try another value</source>
        <translation>换一个值试试</translation>
    </message>
    <message>
        <source>Two denoisings, step by step: how far apart the pictures are that each predicts, and from which step on they are different pictures.</source>
        <translation>逐步对比两次去噪：各自预测的图片相差多远，以及从哪一步起成为不同的图片。</translation>
    </message>
    <message>
        <source>a hundredth</source>
        <translation>百分之一</translation>
    </message>
    <message>
        <source>another word, or none</source>
        <translation>另一个词，或留空</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>relative distance</source>
        <translation>相对距离</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>A is {first} and B is {second}: pictures of different shapes cannot be laid over each other. Look at them side by side.</source>
        <translation>A 为 {first}，B 为 {second}：形状不同的图片无法叠加。请并排查看。</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>返回窗口</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare – sdstudio</source>
        <translation>比较 – sdstudio</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>One of the pictures cannot be shown: its file is missing or damaged.</source>
        <translation>其中一张图片无法显示：文件缺失或已损坏。</translation>
    </message>
    <message>
        <source>Pictures A and B</source>
        <translation>图片 A 和 B</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Known words that begin like this</source>
        <translation>以此开头的已知词</translation>
    </message>
</context>
<context>
    <name>ConversionControl</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Left out of the converted model, being no weights: {names}.</source>
        <translation>转换后的模型已舍弃以下非权重内容：{names}。</translation>
    </message>
    <message>
        <source>Old model format</source>
        <translation>旧的模型格式</translation>
    </message>
    <message>
        <source>“{name}” is in an old format that can hold code. Convert it safely?

Only numbers are read; nothing in it is run. The file stays as it is, and the copy takes about as much room on the disk.</source>
        <translation>“{name}”是可能包含代码的旧格式。要安全转换吗？

只读取数值，不运行其中任何内容。原文件保持不变，副本占用的磁盘空间大致相同。</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>Converting “{name}”…</source>
        <translation>正在转换“{name}”…</translation>
    </message>
    <message>
        <source>Its numbers are copied into the safetensors format.</source>
        <translation>正在将其中的数值复制为 safetensors 格式。</translation>
    </message>
</context>
<context>
    <name>CopyingControl</name>
    <message>
        <source>Picture copied</source>
        <translation>图片已复制</translation>
    </message>
    <message>
        <source>Prompt copied</source>
        <translation>提示词已复制</translation>
    </message>
    <message>
        <source>Seed copied</source>
        <translation>种子已复制</translation>
    </message>
    <message>
        <source>Settings copied as text</source>
        <translation>参数已复制为文本</translation>
    </message>
    <message>
        <source>“{path}” cannot be copied: the file is missing or damaged.</source>
        <translation>无法复制“{path}”：文件缺失或已损坏。</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard the download</source>
        <translation>放弃下载</translation>
    </message>
    <message>
        <source>It is the default model.</source>
        <translation>它是默认模型。</translation>
    </message>
    <message>
        <source>It is the model in use.</source>
        <translation>它是正在使用的模型。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Loading “{name}”…</source>
        <translation>正在加载“{name}”…</translation>
    </message>
    <message>
        <source>Move a model to the trash</source>
        <translation>将模型移到回收站</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>路径已复制</translation>
    </message>
    <message>
        <source>Pictures of the gallery that were made with it: {count}. They stay, but cannot be made again or looked into without it.</source>
        <translation>图库中由它生成的图片：{count} 张。图片会保留，但没有此模型就无法重新生成或查看其内部过程。</translation>
    </message>
    <message>
        <source>The token is kept by the system&apos;s keyring.</source>
        <translation>访问令牌已保存在系统的密钥环中。</translation>
    </message>
    <message>
        <source>What has come of “{name}” is deleted.</source>
        <translation>“{name}”已下载的部分将被删除。</translation>
    </message>
    <message>
        <source>{reason} The token is used until the app is closed.</source>
        <translation>{reason} 该访问令牌在关闭应用前有效。</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>“{name}”已恢复。</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>“{name}”已移到回收站。</translation>
    </message>
    <message>
        <source>“{path}” ({size}) is moved to the trash.</source>
        <translation>“{path}”（{size}）将移到回收站。</translation>
    </message>
</context>
<context>
    <name>Deletion</name>
    <message numerus="yes">
        <source>deleting of %Ln picture(s)</source>
        <translation>
            <numerusform>删除（%Ln 张图片）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DenoisingControl</name>
    <message>
        <source>Exported as “{path}”.</source>
        <translation>已导出为“{path}”。</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: {done} of %Ln step(s)</source>
        <translation>
            <numerusform>正在导出：{done}/%Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>导出已停止；没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Approximate</source>
        <translation>近似之处</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>合集</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Denoising kept</source>
        <translation>保留的去噪过程</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Original text</source>
        <translation>原始文本</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>管线</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Settings read</source>
        <translation>读取的参数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Stopped at step</source>
        <translation>停止时的步</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>approximately</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>exactly as in the file</source>
        <translation>与文件完全一致</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
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
        <translation>点击值即可复制</translation>
    </message>
    <message>
        <source>Copied: everything</source>
        <translation>已复制：全部内容</translation>
    </message>
    <message>
        <source>Copied: {name}</source>
        <translation>已复制：{name}</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>复制全部详情</translation>
    </message>
    <message>
        <source>Details of the picture</source>
        <translation>图片详情</translation>
    </message>
    <message>
        <source>No picture is chosen</source>
        <translation>未选择图片</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln download(s) a month</source>
        <translation>
            <numerusform>每月下载 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the hub how much it is…</source>
        <translation>正在向 Hub 查询大小…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Files recorded, to be compared with the next time: {count}.</source>
        <translation>已记录文件供下次比对：{count} 个。</translation>
    </message>
    <message>
        <source>Files that are whole: {count}. Nothing has changed.</source>
        <translation>完好的文件：{count} 个。没有任何变化。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>On the hub</source>
        <translation>在 Hub 上</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>预测目标</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>This is a part of a model, which makes no pictures by itself.</source>
        <translation>这是模型的一个部件，本身不能生成图片。</translation>
    </message>
    <message>
        <source>Verifying… {share}</source>
        <translation>正在校验… {share}</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>to be accepted first</source>
        <translation>需先接受</translation>
    </message>
    <message numerus="yes">
        <source>{size} in %Ln file(s); {free} free</source>
        <translation>
            <numerusform>{size}，%Ln 个文件；可用空间 {free}</numerusform>
        </translation>
    </message>
    <message>
        <source>{side} × {side} px</source>
        <translation>{side} × {side} 像素</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import the picture…</source>
        <translation>导入图片(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>使用其参数(&amp;U)</translation>
    </message>
    <message>
        <source>A picture with settings</source>
        <translation>含参数的图片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>From {program}</source>
        <translation>来自 {program}</translation>
    </message>
    <message>
        <source>From {program}, approximately</source>
        <translation>来自 {program}（近似）</translation>
    </message>
    <message>
        <source>From {program}, exactly</source>
        <translation>来自 {program}（完全一致）</translation>
    </message>
    <message>
        <source>Import the picture</source>
        <translation>导入图片</translation>
    </message>
    <message>
        <source>Made with sdstudio</source>
        <translation>由 sdstudio 生成</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>使用其参数</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>其他程序</translation>
    </message>
</context>
<context>
    <name>EmbeddingPane</name>
    <message>
        <source>Against each other</source>
        <translation>相互对照</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Show the rows of the pa&amp;dding as well</source>
        <translation>同时显示填充的行(&amp;D)</translation>
    </message>
    <message>
        <source>Show the rows of the padding as well</source>
        <translation>同时显示填充的行</translation>
    </message>
    <message>
        <source>The numbers appear when the model is loaded.</source>
        <translation>加载模型后会显示数值。</translation>
    </message>
    <message>
        <source>The text encoder turns every token into a row of numbers that also depends on the tokens before it. The denoiser reads these rows, and nothing else of the prompt. Rows that point the same way mean something alike.</source>
        <translation>文本编码器把每个词元变成一行数值，这些数值也取决于它前面的词元。去噪器从提示词中读到的只有这些行。方向相同的行，含义相近。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>{rows} tokens of the prompt × {columns} of the negative prompt</source>
        <translation>提示词的 {rows} 个词元 × 反向提示词的 {columns} 个词元</translation>
    </message>
    <message>
        <source>{rows} tokens × {width} numbers. Colours end at ±{end}, the largest is {most}.</source>
        <translation>{rows} 个词元 × {width} 个数值。颜色范围止于 ±{end}，最大值为 {most}。</translation>
    </message>
</context>
<context>
    <name>EmptyCanvas</name>
    <message>
        <source>Describe it on the left and press Generate, or choose a picture.</source>
        <translation>在左侧描述画面并按“生成”，或选择一张图片。</translation>
    </message>
    <message>
        <source>Describe it on the left and press Generate.</source>
        <translation>在左侧描述画面并按“生成”。</translation>
    </message>
    <message>
        <source>It is made on this computer, and you can watch it form.</source>
        <translation>它在此电脑上生成，可以看着它逐渐成形。</translation>
    </message>
    <message>
        <source>Make your first picture</source>
        <translation>生成第一张图片</translation>
    </message>
    <message>
        <source>Make: {prompt}</source>
        <translation>生成：{prompt}</translation>
    </message>
    <message>
        <source>What would you like to see?</source>
        <translation>想看到什么画面？</translation>
    </message>
    <message>
        <source>or describe your own on the left and press Generate</source>
        <translation>或在左侧描述自己的画面并按“生成”</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) on one sheet</source>
        <translation>
            <numerusform>%Ln 步，合成一张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), {time}</source>
        <translation>
            <numerusform>%Ln 步，{time}</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hold the last picture</source>
        <translation>最后一张图片停留(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>All steps in one picture, as PNG</source>
        <translation>所有步合成一张 PNG 图片</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>WebP 动图</translation>
    </message>
    <message>
        <source>As the model foresees it at each step (x₀)</source>
        <translation>模型在每一步预测的图片（x₀）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the denoising</source>
        <translation>导出去噪过程</translation>
    </message>
    <message>
        <source>For web pages and chats; all colours</source>
        <translation>适合网页和聊天；颜色完整</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4 视频</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>带噪</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Plays wherever pictures do; few colours</source>
        <translation>能显示图片的地方都能播放；颜色较少</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Seconds that the last picture stays</source>
        <translation>最后一张图片停留的秒数</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Small, and every player knows it</source>
        <translation>体积小，所有播放器都能播放</translation>
    </message>
    <message>
        <source>Steps per &amp;second</source>
        <translation>每秒步数(&amp;S)</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>每秒步数</translation>
    </message>
    <message>
        <source>The foreseen picture, then the noisy one</source>
        <translation>先是预测图片，再是带噪图片</translation>
    </message>
    <message>
        <source>The noise the model finds at each step (ε)</source>
        <translation>模型在每一步找出的噪声（ε）</translation>
    </message>
    <message>
        <source>What each step begins with (xₜ)</source>
        <translation>每一步开始时的状态（xₜ）</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>“{name}”已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>Branch from a step of a picture, and its family appears here.</source>
        <translation>从一张图片的某一步分支后，它的谱系会显示在这里。</translation>
    </message>
    <message>
        <source>Click or press Enter to view</source>
        <translation>点击或按 Enter 查看</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>在画布上</translation>
    </message>
</context>
<context>
    <name>FamilyTree</name>
    <message>
        <source>Family</source>
        <translation>谱系</translation>
    </message>
</context>
<context>
    <name>FamilyWords</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>(deleted picture)</source>
        <translation>（已删除的图片）</translation>
    </message>
    <message>
        <source>fresh noise</source>
        <translation>新噪声</translation>
    </message>
    <message>
        <source>guidance {before} → {after}</source>
        <translation>引导 {before} → {after}</translation>
    </message>
    <message>
        <source>kept step {step}</source>
        <translation>保留的第 {step} 步</translation>
    </message>
    <message>
        <source>model {name}</source>
        <translation>模型 {name}</translation>
    </message>
    <message>
        <source>negative prompt: “{text}”</source>
        <translation>反向提示词：“{text}”</translation>
    </message>
    <message>
        <source>no negative prompt</source>
        <translation>无反向提示词</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <source>prompt: “{text}”</source>
        <translation>提示词：“{text}”</translation>
    </message>
    <message>
        <source>same settings</source>
        <translation>参数相同</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>在第 {step} 步停止</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened, such as “{name}”.</source>
        <translation>
            <numerusform>有 %Ln 个文件无法打开，例如“{name}”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>无法打开的文件</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>没有文件“{path}”。</translation>
    </message>
    <message>
        <source>“{name}” is neither a picture nor a model.</source>
        <translation>“{name}”既不是图片，也不是模型。</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Denoising steps</source>
        <translation>去噪步</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any model</source>
        <translation>任意模型</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>任意评分</translation>
    </message>
    <message>
        <source>Any scheduler</source>
        <translation>任意调度器</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>任意尺寸</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>任意标签</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>从这一天起</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>在此生成</translation>
    </message>
    <message>
        <source>Made or imported</source>
        <translation>生成或导入</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Some days</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>到这一天止</translation>
    </message>
    <message>
        <source>With denoising</source>
        <translation>含去噪过程</translation>
    </message>
    <message>
        <source>{side} and larger</source>
        <translation>{side} 及以上</translation>
    </message>
    <message>
        <source>{stars} and more</source>
        <translation>{stars} 及以上</translation>
    </message>
</context>
<context>
    <name>FindingHead</name>
    <message>
        <source>All pictures</source>
        <translation>全部图片</translation>
    </message>
    <message>
        <source>All pictures, favourites, or one of your collections</source>
        <translation>全部图片、收藏或某个合集</translation>
    </message>
    <message>
        <source>Best rated</source>
        <translation>评分最高优先</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>按文件名</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>筛选（{count}）</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>尺寸最大优先</translation>
    </message>
    <message>
        <source>Most steps</source>
        <translation>步数最多优先</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早优先</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>图片排序</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>随机排列</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>哪些图片</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Files and database disagree</source>
        <translation>文件与数据库不一致</translation>
    </message>
    <message>
        <source>It deletes no picture, no kept denoising, and no ratings and tags.</source>
        <translation>不会删除图片、保留的去噪过程、评分和标签。</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %Ln picture(s).</source>
        <translation>
            <numerusform>查看了 %Ln 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed, and there is nothing that a repair could mend.</source>
        <translation>没有改动任何内容，也没有可以修复的问题。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动任何内容。</translation>
    </message>
    <message>
        <source>Repair: {remedy}</source>
        <translation>修复：{remedy}</translation>
    </message>
    <message>
        <source>So there is a way back; you are told where the copy is.</source>
        <translation>因此可以恢复；完成后会告知副本的位置。</translation>
    </message>
    <message>
        <source>The database is copied first.</source>
        <translation>会先复制数据库。</translation>
    </message>
    <message>
        <source>What the repair does</source>
        <translation>修复会做什么</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
</context>
<context>
    <name>FlowChart</name>
    <message>
        <source>Map of the model</source>
        <translation>模型结构图</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Path of a folder</source>
        <translation>文件夹路径</translation>
    </message>
</context>
<context>
    <name>ForwardPane</name>
    <message>
        <source>&amp;Timestep</source>
        <translation>时间步(&amp;T)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>How the model was trained: a picture gets noise, more at later timesteps, and the network guesses the picture behind it, in one go.</source>
        <translation>模型是这样训练的：给图片加噪声，时间步越大噪声越多，网络一次猜出噪声背后的图片。</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Noise sche&amp;dule</source>
        <translation>噪声调度(&amp;D)</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>噪声调度</translation>
    </message>
    <message>
        <source>Other &amp;noise</source>
        <translation>换一份噪声(&amp;N)</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>换一份噪声</translation>
    </message>
    <message>
        <source>The formula of adding noise</source>
        <translation>加噪公式</translation>
    </message>
    <message>
        <source>Timestep</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>a = {a}, b = {b} at t = {timestep}</source>
        <translation>t = {timestep} 时 a = {a}，b = {b}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>加噪后</translation>
    </message>
    <message>
        <source>{share} % of the power in the latents is noise.</source>
        <translation>潜变量的功率中有 {share}% 是噪声。</translation>
    </message>
</context>
<context>
    <name>GalleryControl</name>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to the trash.</source>
        <translation>
            <numerusform>已将 %Ln 张图片移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>图片另存为</translation>
    </message>
    <message>
        <source>The gallery is not available.</source>
        <translation>图库不可用。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Branched at step {step}</source>
        <translation>在第 {step} 步分支</translation>
    </message>
    <message>
        <source>Denoising kept: {size}</source>
        <translation>保留的去噪过程：{size}</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Rated {rating} of 5</source>
        <translation>评分 {rating}/5</translation>
    </message>
    <message>
        <source>Stopped at step {step}</source>
        <translation>在第 {step} 步停止</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Click to view · double-click for full size</source>
        <translation>点击查看 · 双击以全尺寸查看</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>No picture is found.</source>
        <translation>没有找到图片。</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel)</source>
        <translation>缩略图大小（Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Your pictures will appear here.</source>
        <translation>图片会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>{found} of %Ln picture(s)</source>
        <translation>
            <numerusform>{found}/%Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>{pictures} · {count} with denoising, {size}</source>
        <translation>{pictures} · {count} 张含去噪过程，{size}</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
</context>
<context>
    <name>GenerationControl</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Loading {name}…</source>
        <translation>正在加载 {name}…</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>保存到别处…</translation>
    </message>
    <message>
        <source>Saved as “{path}”.</source>
        <translation>已保存为“{path}”。</translation>
    </message>
    <message>
        <source>Step {step} is a picture of the gallery now.</source>
        <translation>第 {step} 步已成为图库中的图片。</translation>
    </message>
    <message>
        <source>Step {step} is kept as a picture once this run is over.</source>
        <translation>此次运行结束后，第 {step} 步会保留为图片。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>正在等待…</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>“{prompt}” is finished but not saved. {reason}</source>
        <translation>“{prompt}”已完成但未保存。{reason}</translation>
    </message>
</context>
<context>
    <name>GpuControl</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fetching torch for your card</source>
        <translation>正在获取显卡所用的 torch</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Looking at what is here…</source>
        <translation>正在查看现有文件…</translation>
    </message>
    <message>
        <source>Pictures are being made</source>
        <translation>正在生成图片</translation>
    </message>
    <message>
        <source>Pictures will be made with the processor again, which is slower.</source>
        <translation>将重新使用处理器生成图片，速度较慢。</translation>
    </message>
    <message>
        <source>Pictures will be made with the processor again, which is slower. {size} become free; to use the card again, all of it has to be fetched anew.</source>
        <translation>将重新使用处理器生成图片，速度较慢。会释放 {size}；如果要再次使用显卡，需要全部重新获取。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>正在解压</translation>
    </message>
    <message>
        <source>Use my GPU…</source>
        <translation>使用我的 GPU…</translation>
    </message>
    <message>
        <source>Use the processor</source>
        <translation>使用处理器</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>重新使用处理器</translation>
    </message>
    <message>
        <source>What is being made and what waits in the queue is given up by a restart.</source>
        <translation>重启会放弃正在生成的图片和队列中等待的任务。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>“{card}” is ready. It is used once the app has started anew.</source>
        <translation>“{card}”已就绪。重新启动应用后即会使用。</translation>
    </message>
</context>
<context>
    <name>GpuDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete what has come</source>
        <translation>删除已下载的部分(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>获取(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fetch {size}</source>
        <translation>获取 {size}(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on ({size})</source>
        <translation>继续（{size}）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>立即重启(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Asking the NVIDIA driver, and what torch has for it…</source>
        <translation>正在查询 NVIDIA 驱动程序以及适用的 torch…</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>It cannot be told what your card needs</source>
        <translation>无法确定显卡所需的内容</translation>
    </message>
    <message>
        <source>Looking for a graphics card</source>
        <translation>正在查找显卡</translation>
    </message>
    <message>
        <source>Pictures are made with the processor</source>
        <translation>正在使用处理器生成图片</translation>
    </message>
    <message>
        <source>The processor is used again</source>
        <translation>已重新使用处理器</translation>
    </message>
    <message>
        <source>This start still uses the card; what it needs of the disk is free after the next one.</source>
        <translation>本次启动仍使用显卡；它占用的磁盘空间会在下次启动后释放。</translation>
    </message>
    <message>
        <source>Trying it</source>
        <translation>正在试运行</translation>
    </message>
    <message>
        <source>Use my GPU</source>
        <translation>使用我的 GPU</translation>
    </message>
    <message>
        <source>Use the &amp;processor again…</source>
        <translation>重新使用处理器(&amp;P)…</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used yet</source>
        <translation>暂时无法使用显卡</translation>
    </message>
    <message>
        <source>Your graphics card is not used</source>
        <translation>未使用显卡</translation>
    </message>
    <message>
        <source>Your graphics card is ready</source>
        <translation>显卡已就绪</translation>
    </message>
    <message>
        <source>torch starts and computes on the card, in a process of its own…</source>
        <translation>正在单独的进程中启动 torch 并在显卡上计算…</translation>
    </message>
    <message>
        <source>torch {version} is fetched, but did not start on this computer. A newer driver may help.</source>
        <translation>已获取 torch {version}，但它未能在此电脑上启动。更新的驱动程序可能有所帮助。</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>已释放 {size}。</translation>
    </message>
    <message>
        <source>“{card}” has passed its trial. It is used once the app has started anew.</source>
        <translation>“{card}”已通过试运行。重新启动应用后即会使用。</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>&amp;Run&apos;s own: {scale}</source>
        <translation>此次运行的值：{scale}(&amp;R)</translation>
    </message>
    <message>
        <source>Another guidance scale</source>
        <translation>不同的引导系数</translation>
    </message>
    <message>
        <source>At each step the network answers twice, without and with your prompt; the difference, times the guidance scale, pulls the picture towards the prompt.</source>
        <translation>网络在每一步回答两次：不带提示词和带提示词；两者之差乘以引导系数，把图片拉向提示词。</translation>
    </message>
    <message>
        <source>Back to the run&apos;s own scale, {scale}</source>
        <translation>恢复此次运行的引导系数 {scale}</translation>
    </message>
    <message>
        <source>Channel of the latents</source>
        <translation>潜变量的通道</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>The answers from −{end} (blue) to {end} (orange), their difference from −{small} to {small}: it is {share} % of the answer in size.</source>
        <translation>回答的范围为 −{end}（蓝）到 {end}（橙），两者之差的范围为 −{small} 到 {small}：大小相当于回答的 {share}%。</translation>
    </message>
    <message>
        <source>The formula of guidance</source>
        <translation>引导公式</translation>
    </message>
    <message>
        <source>The network&apos;s answers</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>The predicted picture x₀</source>
        <translation>预测图片 x₀</translation>
    </message>
    <message>
        <source>Try another guidance scale &amp;s</source>
        <translation>换个引导系数 s 试试(&amp;S)</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差异</translation>
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
        <translation>s = {scale}，此次运行的值</translation>
    </message>
    <message>
        <source>with</source>
        <translation>带</translation>
    </message>
    <message>
        <source>with the prompt</source>
        <translation>带提示词</translation>
    </message>
    <message>
        <source>without</source>
        <translation>不带</translation>
    </message>
    <message>
        <source>without the prompt</source>
        <translation>不带提示词</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>{rows} × {columns} numbers, from {low} to {high}, mean {mean}.</source>
        <translation>{rows} × {columns} 个数值，从 {low} 到 {high}，平均值 {mean}。</translation>
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
        <translation>复制诊断信息…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>还没有任何记录。</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Show all &amp;licences</source>
        <translation>显示全部许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>The app ended all of a sudden last time. Your finished pictures are safe; the log has what helps to mend it.</source>
        <translation>应用上次意外退出。已完成的图片没有丢失；日志中有助于解决问题的信息。</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>This is what a report of a problem needs. Your name, your folders, tokens and prompts are left out. Nothing is sent: look through it, copy it, and put it into the report yourself.</source>
        <translation>报告问题时需要这些信息。其中不含姓名、文件夹、访问令牌和提示词。不会发送任何内容：请自行查看、复制并粘贴到报告中。</translation>
    </message>
    <message>
        <source>What the app has noted, the latest at the end. It stays on this computer.</source>
        <translation>应用记录的内容，最新的在最后。仅保存在此电脑上。</translation>
    </message>
    <message>
        <source>Whose work is in this app besides its own, and under which licences.</source>
        <translation>此应用还包含哪些第三方作品，以及它们采用的许可证。</translation>
    </message>
</context>
<context>
    <name>ImportControl</name>
    <message>
        <source>Could not be read: {count}, such as “{name}”.</source>
        <translation>无法读取：{count} 个，例如“{name}”。</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>Imported: {pictures}.</source>
        <translation>已导入：{pictures}。</translation>
    </message>
    <message>
        <source>Importing: {done} of {total}</source>
        <translation>正在导入：{done}/{total}</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>In the gallery already: {count}.</source>
        <translation>图库中已有：{count} 张。</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>停止导入</translation>
    </message>
    <message>
        <source>The import was stopped. Imported: {pictures}.</source>
        <translation>导入已停止。已导入：{pictures}。</translation>
    </message>
    <message>
        <source>There under another name: {count}.</source>
        <translation>已以其他名称存在：{count} 张。</translation>
    </message>
    <message>
        <source>gone: {count}</source>
        <translation>缺失：{count}</translation>
    </message>
    <message>
        <source>new: {count}</source>
        <translation>新增：{count}</translation>
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
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Watch the folder, and import what comes later too</source>
        <translation>监视此文件夹，自动导入之后新增的图片(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Watch the folders, and import what comes later too</source>
        <translation>监视这些文件夹，自动导入之后新增的图片(&amp;W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy them into the pictures folder</source>
        <translation>复制到图片文件夹</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Folders with their &amp;subfolders</source>
        <translation>文件夹包含子文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>导入图片</translation>
    </message>
    <message>
        <source>Import what was dropped</source>
        <translation>导入拖放的内容</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>保留在原位置</translation>
    </message>
    <message>
        <source>Nothing is copied. What is deleted there leaves the gallery too.</source>
        <translation>不复制任何文件。在原位置删除的图片也会从图库中消失。</translation>
    </message>
    <message>
        <source>The originals are not touched; the copies belong to the gallery.</source>
        <translation>不会改动原文件；副本归图库管理。</translation>
    </message>
    <message>
        <source>Watch the folder</source>
        <translation>监视此文件夹</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>Watched folders ({count})</source>
        <translation>监视的文件夹（{count}）</translation>
    </message>
    <message>
        <source>What becomes of the files</source>
        <translation>文件的处理方式</translation>
    </message>
    <message>
        <source>With its &amp;subfolders</source>
        <translation>包含子文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>With its subfolders</source>
        <translation>包含子文件夹</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>LabelPopup</name>
    <message>
        <source>Collection</source>
        <translation>合集</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>合集</translation>
    </message>
    <message numerus="yes">
        <source>Collections of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片的合集</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Enter adds “{name}”.</source>
        <translation>按 Enter 添加“{name}”。</translation>
    </message>
    <message>
        <source>Enter renames “{name}”.</source>
        <translation>按 Enter 重命名“{name}”。</translation>
    </message>
    <message>
        <source>Find or add a collection</source>
        <translation>查找或添加合集</translation>
    </message>
    <message>
        <source>Find or add a tag</source>
        <translation>查找或添加标签</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a name and press Enter.</source>
        <translation>输入名称并按 Enter。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation>
            <numerusform>%Ln 次下载</numerusform>
        </translation>
    </message>
    <message>
        <source>A model of the hub</source>
        <translation>Hub 上的模型</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>正在向 Hub 查询…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Comes with the app</source>
        <translation>随应用提供</translation>
    </message>
    <message>
        <source>Denoiser</source>
        <translation>去噪器</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载任务</translation>
    </message>
    <message>
        <source>Flow (velocity)</source>
        <translation>流（velocity）</translation>
    </message>
    <message>
        <source>Found in a folder of models</source>
        <translation>在模型文件夹中找到</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Noise (epsilon)</source>
        <translation>噪声（epsilon）</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在此电脑上</translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>手动打开</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Paused · {amount}</source>
        <translation>已暂停 · {amount}</translation>
    </message>
    <message>
        <source>Picture (sample)</source>
        <translation>图片（sample）</translation>
    </message>
    <message>
        <source>Textual inversion</source>
        <translation>文本反转</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>可下载</translation>
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
        <translation>正在等待其他下载</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>{amount} · tries again in {time}</source>
        <translation>{amount} · {time}后重试</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{cuda} on a GPU, {cpu} without</source>
        <translation>使用 GPU 时 {cuda}，不使用时 {cpu}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{side} px</source>
        <translation>{side} 像素</translation>
    </message>
    <message>
        <source>{speed}/s</source>
        <translation>{speed}/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>复制路径(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>下载(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Enter a token…</source>
        <translation>输入访问令牌(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>加载(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <translation>打开其页面(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Set as default</source>
        <translation>设为默认(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo delete</source>
        <translation>撤销删除(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation>放弃(&amp;I)</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Move to &amp;trash…</source>
        <translation>移到回收站(&amp;T)…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Stop &amp;using</source>
        <translation>停止使用(&amp;U)</translation>
    </message>
    <message>
        <source>Stop &amp;verifying</source>
        <translation>停止校验(&amp;V)</translation>
    </message>
    <message>
        <source>Take off the &amp;list</source>
        <translation>从列表移除(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LibraryControl</name>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Not there: the folder “{folder}”</source>
        <translation>文件夹不存在：“{folder}”</translation>
    </message>
    <message>
        <source>Once called {name}</source>
        <translation>曾用名 {name}</translation>
    </message>
    <message>
        <source>Searching the hub…</source>
        <translation>正在搜索 Hub…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>The hub has %Ln model(s) for “{words}”</source>
        <translation>
            <numerusform>Hub 上有 %Ln 个与“{words}”相关的模型</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is downloaded.</source>
        <translation>“{name}”已下载。</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>A model of the hub is found by its whole name, as owner/name.</source>
        <translation>Hub 上的模型需用全名查找，格式为“所有者/名称”。</translation>
    </message>
    <message>
        <source>Add the folder where they are, such as A1111&apos;s or ComfyUI&apos;s: nothing is copied. Or drop a folder or a .safetensors file here.</source>
        <translation>添加模型所在的文件夹，例如 A1111 或 ComfyUI 的文件夹：不会复制任何文件。也可以将文件夹或 .safetensors 文件拖放到这里。</translation>
    </message>
    <message>
        <source>Choose a model under “To download”. Pictures can be made meanwhile.</source>
        <translation>请在“可下载”中选择模型。下载期间仍可生成图片。</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No models of your own yet</source>
        <translation>还没有自己的模型</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>没有正在进行的下载</translation>
    </message>
    <message>
        <source>Nothing to download</source>
        <translation>没有可下载的内容</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Search, or type a model of the hub as owner/name</source>
        <translation>搜索，或以“所有者/名称”输入 Hub 上的模型</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>You are offline by choice.</source>
        <translation>已设为离线。</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>LoraRow</name>
    <message>
        <source>1 is as trained, 0 leaves it without effect</source>
        <translation>1 为训练时的强度，0 则不起作用</translation>
    </message>
    <message>
        <source>Apply earlier</source>
        <translation>提前应用</translation>
    </message>
    <message>
        <source>Apply later</source>
        <translation>推后应用</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name} 的权重</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln finished picture(s) could not be saved and would be lost.</source>
        <translation>
            <numerusform>%Ln 张已完成的图片未能保存，退出后将丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>From the next start on, pictures are kept in “{folder}” and the gallery shows that folder. Pictures made so far stay where they are.</source>
        <translation>从下次启动起，图片将保存在“{folder}”中，图库也会显示该文件夹。之前生成的图片保留在原位置。</translation>
    </message>
    <message>
        <source>Gallery and queue</source>
        <translation>图库与队列</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Pictures are not saved</source>
        <translation>图片尚未保存</translation>
    </message>
    <message>
        <source>Pictures folder</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Previews: {share} % of the time · {decoder}</source>
        <translation>预览：占用 {share}% 的时间 · {decoder}</translation>
    </message>
    <message>
        <source>Prompt and settings</source>
        <translation>提示词与参数</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍然退出</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>图片另存为</translation>
    </message>
    <message>
        <source>Show the picture&apos;s pixels instead of smoothing them</source>
        <translation>显示图片的像素，不做平滑处理</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>quick estimate</source>
        <translation>快速估算</translation>
    </message>
    <message>
        <source>the model&apos;s VAE</source>
        <translation>模型的 VAE</translation>
    </message>
    <message>
        <source>the very pixels</source>
        <translation>真实像素</translation>
    </message>
    <message>
        <source>tiny autoencoder</source>
        <translation>微型自编码器</translation>
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
        <translation>代码</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>结构图</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The map appears when the model is loaded.</source>
        <translation>加载模型后会显示结构图。</translation>
    </message>
    <message>
        <source>These are the parts of the model in memory and the tensors they hand on to each other when a picture of your size is made. The part at work is lit. Press one to see what it is made of.</source>
        <translation>这里显示内存中模型的各个部件，以及按当前尺寸生成图片时它们之间传递的张量。正在工作的部件会亮起。点击部件可查看其组成。</translation>
    </message>
    <message>
        <source>What is shown of the part</source>
        <translation>显示部件的哪些内容</translation>
    </message>
    <message>
        <source>What the part is made of</source>
        <translation>部件的组成</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>没有权重</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>{name}: {count} parameters, {size} in memory</source>
        <translation>{name}：{count} 个参数，占用内存 {size}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Denoising</source>
        <translation>去噪(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言(&amp;N)</translation>
    </message>
    <message>
        <source>Ratin&amp;g</source>
        <translation>评分(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Amplification</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>放大差异</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Blink by itself</source>
        <translation>自动闪烁</translation>
    </message>
    <message>
        <source>Blink by itself (P)</source>
        <translation>自动闪烁（P）</translation>
    </message>
    <message>
        <source>Changes a second</source>
        <translation>每秒切换次数</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Drag the line, or move it with ← and →</source>
        <translation>拖动分隔线，或用 ← 和 → 移动</translation>
    </message>
    <message>
        <source>Hold Space to see B</source>
        <translation>按住空格键查看 B</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>互换 A 和 B</translation>
    </message>
    <message>
        <source>The same, pixel for pixel</source>
        <translation>完全相同，每个像素都一致</translation>
    </message>
    <message>
        <source>Zoom and pan go together</source>
        <translation>缩放和平移同步</translation>
    </message>
    <message>
        <source>{rate} × a second</source>
        <translation>每秒 {rate} 次</translation>
    </message>
    <message>
        <source>{share} % of the pixels differ · {mean} % on average · at most {most} %</source>
        <translation>{share}% 的像素不同 · 平均 {mean}% · 最大 {most}%</translation>
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
        <translation>全部模型</translation>
    </message>
    <message>
        <source>All models: yours, and more to download</source>
        <translation>全部模型：自己的模型，以及更多可下载的模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>更多模型…</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
</context>
<context>
    <name>NeighbourStrip</name>
    <message>
        <source>Neighbours</source>
        <translation>相邻图片</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
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
        <translation>构建版本</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>It is used once the app has started anew.</source>
        <translation>重新启动应用后即会使用。</translation>
    </message>
    <message>
        <source>Make pictures with your graphics card</source>
        <translation>使用显卡生成图片</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Pictures are made with it since the start of the app.</source>
        <translation>应用启动后一直使用它生成图片。</translation>
    </message>
    <message>
        <source>The app comes with torch for the processor. For your card it needs another build of it, which is fetched once and kept on this computer.</source>
        <translation>应用自带处理器所用的 torch。要使用显卡，需要另一个构建版本，只需获取一次，之后保留在此电脑上。</translation>
    </message>
    <message>
        <source>There is not enough room: {size} are needed while it is unpacked.</source>
        <translation>空间不足：解压时需要 {size}。</translation>
    </message>
    <message>
        <source>What was fetched before (torch {version}) is for another version of the app; it is removed once the new one works.</source>
        <translation>之前获取的 torch {version} 用于应用的其他版本；新版本可用后会将其移除。</translation>
    </message>
    <message>
        <source>Your graphics card is ready</source>
        <translation>显卡已就绪</translation>
    </message>
    <message>
        <source>Your graphics card is used</source>
        <translation>正在使用显卡</translation>
    </message>
    <message>
        <source>about {size}; {free} are free</source>
        <translation>约 {size}；可用空间 {free}</translation>
    </message>
    <message>
        <source>{size}, of which {there} are here already</source>
        <translation>{size}，其中 {there} 已在此电脑上</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>从列表移除(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Offline: ask nothing of the network</source>
        <translation>离线：不访问网络(&amp;O)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Hub 的地址</translation>
    </message>
    <message>
        <source>Address of the hub, or of a mirror of it</source>
        <translation>Hub 或其镜像的地址</translation>
    </message>
    <message>
        <source>An address begins with https://, as in https://huggingface.co.</source>
        <translation>地址以 https:// 开头，例如 https://huggingface.co。</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Forget the &amp;token</source>
        <translation>清除访问令牌(&amp;T)</translation>
    </message>
    <message>
        <source>Forget the folder</source>
        <translation>从列表移除文件夹</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>清除访问令牌</translation>
    </message>
    <message>
        <source>Looked through where they are, such as the models folder of A1111 or ComfyUI; nothing is copied. Forgetting one leaves its files alone.</source>
        <translation>直接在原位置查找模型，例如 A1111 或 ComfyUI 的 models 文件夹；不会复制任何文件。从列表移除不会影响其中的文件。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Settings of the library</source>
        <translation>模型库设置</translation>
    </message>
    <message>
        <source>The token for this hub, if there is one, is kept by the system&apos;s keyring.</source>
        <translation>此 Hub 的访问令牌（如果有）保存在系统的密钥环中。</translation>
    </message>
    <message>
        <source>The token is forgotten.</source>
        <translation>已清除访问令牌。</translation>
    </message>
    <message>
        <source>There was no token.</source>
        <translation>没有访问令牌。</translation>
    </message>
</context>
<context>
    <name>OrderControl</name>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>重做{what}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>撤销{what}(&amp;U)</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message numerus="yes">
        <source>collection “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>合集“{name}”（%Ln 张图片）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>favourite mark of %Ln picture(s)</source>
        <translation>
            <numerusform>收藏标记（%Ln 张图片）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rating of %Ln picture(s)</source>
        <translation>
            <numerusform>评分（%Ln 张图片）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>标签“{name}”（%Ln 张图片）</numerusform>
        </translation>
    </message>
    <message>
        <source>deleting of the collection “{name}”</source>
        <translation>删除合集“{name}”</translation>
    </message>
    <message>
        <source>renaming of “{name}”</source>
        <translation>重命名“{name}”</translation>
    </message>
</context>
<context>
    <name>PairedStrips</name>
    <message>
        <source>Steps of both runs</source>
        <translation>两次运行的步</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Plain diffusers; it gives the same numbers as it stands.</source>
        <translation>纯 diffusers 代码；可直接运行，得到相同的数值。</translation>
    </message>
    <message>
        <source>Progress of the answer</source>
        <translation>回答的进度</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)…</source>
        <translation>保存为图片（PNG）…</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)…</source>
        <translation>保存数值（CSV）…</translation>
    </message>
    <message>
        <source>Show the &amp;code</source>
        <translation>显示代码(&amp;C)</translation>
    </message>
    <message>
        <source>The code comes together with the numbers.</source>
        <translation>代码会与数值一起显示。</translation>
    </message>
    <message>
        <source>The code of {title}</source>
        <translation>“{title}”的代码</translation>
    </message>
</context>
<context>
    <name>PartField</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
</context>
<context>
    <name>PictureExportControl</name>
    <message>
        <source>Contact sheet in “{folder}”: {pictures}.</source>
        <translation>缩略图总览已存入“{folder}”：{pictures}。</translation>
    </message>
    <message>
        <source>Could not be read: {count}.</source>
        <translation>无法读取：{count} 张。</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>Exported to “{folder}”: {pictures}.</source>
        <translation>已导出到“{folder}”：{pictures}。</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>正在导出：{done}/{total}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Pictures that could not be read</source>
        <translation>无法读取的图片</translation>
    </message>
    <message>
        <source>Stop exporting</source>
        <translation>停止导出</translation>
    </message>
    <message>
        <source>The export was stopped. In “{folder}”: {pictures}.</source>
        <translation>导出已停止。“{folder}”中有：{pictures}。</translation>
    </message>
    <message>
        <source>Without settings, for which the format has no room: {count}.</source>
        <translation>因格式容纳不下而未带参数：{count} 张。</translation>
    </message>
</context>
<context>
    <name>PictureExportDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>文件名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>A sheet shows seed and prompt below each picture.</source>
        <translation>总览图会在每张图片下方显示种子和提示词。</translation>
    </message>
    <message>
        <source>All in one PNG, with seed and prompt</source>
        <translation>合成一张 PNG，附种子和提示词</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>Every pixel as it is</source>
        <translation>每个像素都保持原样</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln picture(s)</source>
        <translation>
            <numerusform>导出 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Files that are there already are never replaced.</source>
        <translation>绝不会替换已有的文件。</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>导出到的文件夹</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Keep the &amp;settings in the files</source>
        <translation>在文件中保留参数(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the settings in the files</source>
        <translation>在文件中保留参数</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Put together from {fields}</source>
        <translation>可用字段：{fields}</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Small, and every program shows it</source>
        <translation>体积小，所有程序都能显示</translation>
    </message>
    <message>
        <source>Smaller still, for web pages</source>
        <translation>体积更小，适合网页</translation>
    </message>
    <message>
        <source>The files tell nothing of how they were made.</source>
        <translation>文件中不包含任何生成信息。</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>Whoever gets the files can read prompt and seed.</source>
        <translation>拿到文件的人可以读取提示词和种子。</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Picture {letter}</source>
        <translation>图片 {letter}</translation>
    </message>
    <message>
        <source>Take {letter} out</source>
        <translation>移除 {letter}</translation>
    </message>
    <message>
        <source>This picture cannot be shown: its file is missing or damaged.</source>
        <translation>此图片无法显示：文件缺失或已损坏。</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Use the picture on the canvas</source>
        <translation>使用画布上的图片(&amp;U)</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>将图片拖放到这里</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP.</source>
        <translation>PNG、JPEG 或 WebP。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>正在读取“{name}”…</translation>
    </message>
    <message>
        <source>The picture could not be read; the log has the details.</source>
        <translation>无法读取图片；详情见日志。</translation>
    </message>
    <message>
        <source>There is no picture on the canvas. Make or choose one first.</source>
        <translation>画布上没有图片。请先生成或选择一张。</translation>
    </message>
    <message>
        <source>Use the picture on the canvas</source>
        <translation>使用画布上的图片</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}，{width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, shrunk to {small_width} × {small_height}</source>
        <translation>{name}，{width} × {height}，缩小为 {small_width} × {small_height}</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Here: {told}.</source>
        <translation>此处：{told}。</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln point(s), from {first} to {last}, least {least}, most {most}.</source>
        <translation>
            <numerusform>{name}：%Ln 个点，从 {first} 到 {last}，最小 {least}，最大 {most}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Always keep the denoising with the picture</source>
        <translation>总是随图片保留去噪过程(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;May take up to</source>
        <translation>最多占用(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Show a preview</source>
        <translation>显示预览(&amp;S)</translation>
    </message>
    <message>
        <source>A small network that stands in for the VAE of your model: a folder in diffusers&apos; format.</source>
        <translation>代替模型 VAE 的小型网络：diffusers 格式的文件夹。</translation>
    </message>
    <message>
        <source>Always keep the denoising with the picture</source>
        <translation>总是随图片保留去噪过程</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Choose the tiny autoencoder&apos;s folder</source>
        <translation>选择微型自编码器的文件夹</translation>
    </message>
    <message>
        <source>Every 10th step</source>
        <translation>每 10 步</translation>
    </message>
    <message>
        <source>Every 2nd step</source>
        <translation>每 2 步</translation>
    </message>
    <message>
        <source>Every 5th step</source>
        <translation>每 5 步</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>Memory for &amp;denoisings</source>
        <translation>去噪过程占用的内存(&amp;D)</translation>
    </message>
    <message>
        <source>Memory for denoisings, in megabytes</source>
        <translation>去噪过程占用的内存（MB）</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message numerus="yes">
        <source>One in %Ln step(s)</source>
        <translation>
            <numerusform>每 %Ln 步一次</numerusform>
        </translation>
    </message>
    <message>
        <source>Percent of the denoising time that previews may take</source>
        <translation>预览最多可占用的去噪时间百分比</translation>
    </message>
    <message>
        <source>Previews</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Show a preview</source>
        <translation>显示预览</translation>
    </message>
    <message>
        <source>The best decoder that fits is used: the model&apos;s own VAE, a tiny autoencoder if you have one, else a quick estimate.</source>
        <translation>使用能满足要求的最佳解码器：模型自己的 VAE；如果有微型自编码器，则用它；否则用快速估算。</translation>
    </message>
    <message>
        <source>Tiny autoencoder</source>
        <translation>微型自编码器</translation>
    </message>
    <message>
        <source>Use no tiny autoencoder</source>
        <translation>不使用微型自编码器</translation>
    </message>
    <message>
        <source>for those of the latest pictures</source>
        <translation>用于最近的图片</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>of the denoising time</source>
        <translation>的去噪时间</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>&amp;Prompt</source>
        <translation>提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Describe the picture</source>
        <translation>描述画面</translation>
    </message>
    <message>
        <source>Fills in a prompt that this model can draw</source>
        <translation>填入此模型能画的提示词</translation>
    </message>
    <message numerus="yes">
        <source>Knows %Ln thing(s)</source>
        <translation>
            <numerusform>认识 %Ln 种事物</numerusform>
        </translation>
    </message>
    <message>
        <source>Knows {things} things in {colours} colours: click to see and insert</source>
        <translation>认识 {things} 种事物和 {colours} 种颜色：点击查看并插入</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>提示词长度</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>S&amp;urprise me</source>
        <translation>给我惊喜(&amp;U)</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>给我惊喜</translation>
    </message>
    <message>
        <source>The model reads up to “…{end}”; the rest is ignored.</source>
        <translation>模型只读到“…{end}”为止；其余部分会被忽略。</translation>
    </message>
    <message>
        <source>Try: {example}</source>
        <translation>试试：{example}</translation>
    </message>
    <message>
        <source>Words this model knows</source>
        <translation>此模型认识的词</translation>
    </message>
    <message>
        <source>{tokens} / {most} tokens</source>
        <translation>{tokens}/{most} 个词元</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>&amp;Advanced</source>
        <translation>高级(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>固定(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>反向提示词(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>种子(&amp;S)</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Guidance sca&amp;le</source>
        <translation>引导系数(&amp;L)</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>引导系数</translation>
    </message>
    <message>
        <source>How closely the picture follows the prompt; very high values look burnt</source>
        <translation>图片遵循提示词的程度；过高会使画面过饱和</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>固定种子</translation>
    </message>
    <message>
        <source>Make the picture</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>More steps take longer and add detail</source>
        <translation>步数越多，用时越长，细节越多</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>新的随机种子</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>图片数量</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>图片数量(&amp;I)</translation>
    </message>
    <message>
        <source>Pictures per Generate, with consecutive seeds</source>
        <translation>每次按“生成”得到的图片数量，种子依次递增</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>步数(&amp;T)</translation>
    </message>
    <message>
        <source>Sche&amp;duler</source>
        <translation>调度器(&amp;D)</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Stop this press of Generate ({stop}); {stop_all} stops all</source>
        <translation>停止本次生成（{stop}）；{stop_all} 停止全部</translation>
    </message>
    <message>
        <source>Stop, and keep what is seen now as the picture</source>
        <translation>停止，并将当前画面保留为图片</translation>
    </message>
    <message>
        <source>{generate} to generate · {stop} to stop</source>
        <translation>{generate} 生成 · {stop} 停止</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture</source>
        <translation>种子和参数相同，图片就相同</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on.</source>
        <translation>此模型不读提示词：它只画训练过的内容。</translation>
    </message>
    <message>
        <source>Use this seed again; otherwise each Generate chooses a new one</source>
        <translation>继续使用此种子；否则每次按“生成”都会换一个新种子</translation>
    </message>
    <message>
        <source>What the picture should not show</source>
        <translation>图片中不应出现的内容</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>(no prompt)</source>
        <translation>（无提示词）</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>&amp;Clear queue</source>
        <translation>清空队列(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to make</source>
        <translation>
            <numerusform>%Ln 张图片待生成</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear queue</source>
        <translation>清空队列</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing waits. Each press of Generate puts its pictures here.</source>
        <translation>没有等待中的任务。每次按“生成”，图片都会排到这里。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Stops what runs and drops what waits</source>
        <translation>停止正在运行的任务，并移除等待中的任务</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Words by attention</source>
        <translation>按注意力排列的词</translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Rating (keys 1 to 5, 0 for none) and favourite (F)</source>
        <translation>评分（按键 1 到 5，0 为无评分）和收藏（F）</translation>
    </message>
    <message>
        <source>{rating} of {most}</source>
        <translation>{rating} 分，满分 {most} 分</translation>
    </message>
    <message>
        <source>{rating}, favourite</source>
        <translation>{rating}，已收藏</translation>
    </message>
</context>
<context>
    <name>Reuse</name>
    <message>
        <source>And {count} more of the kind.</source>
        <translation>还有 {count} 条类似信息。</translation>
    </message>
    <message>
        <source>The model in use cannot be run with “{name}”: the scheduler stays.</source>
        <translation>正在使用的模型不能配合“{name}”运行：保留当前调度器。</translation>
    </message>
    <message>
        <source>The model “{name}” is not on this machine: the present one stays.</source>
        <translation>此电脑上没有模型“{name}”：保留当前模型。</translation>
    </message>
    <message>
        <source>The picture does not say which model made it: the present one stays.</source>
        <translation>图片没有说明由哪个模型生成：保留当前模型。</translation>
    </message>
    <message>
        <source>another one each time</source>
        <translation>每次随机</translation>
    </message>
    <message>
        <source>“{name}” is not on this machine: it is left out.</source>
        <translation>此电脑上没有“{name}”：已略过。</translation>
    </message>
</context>
<context>
    <name>ReuseControl</name>
    <message>
        <source>Settings taken over, but for what this model does not take: {names}.</source>
        <translation>已应用参数，但此模型不支持以下几项：{names}。</translation>
    </message>
    <message>
        <source>Settings taken over.</source>
        <translation>已应用参数。</translation>
    </message>
    <message>
        <source>The panel has these settings already.</source>
        <translation>面板中的参数已与此相同。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ReuseDialog</name>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Don’t ask when nothing is missing</source>
        <translation>没有缺失时不再询问(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>应用(&amp;T)</translation>
    </message>
    <message>
        <source>Don’t ask when nothing is missing</source>
        <translation>没有缺失时不再询问</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Only the &amp;prompt</source>
        <translation>仅提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Only the s&amp;eed</source>
        <translation>仅种子(&amp;E)</translation>
    </message>
    <message>
        <source>Open the model &amp;library</source>
        <translation>打开模型库(&amp;L)</translation>
    </message>
    <message>
        <source>Open the model library</source>
        <translation>打开模型库</translation>
    </message>
    <message>
        <source>Reuse settings</source>
        <translation>复用参数</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Settings that change</source>
        <translation>将改变的参数</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>What is ticked changes</source>
        <translation>只改变勾选的参数</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>then</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>needs a token</source>
        <translation>需要访问令牌</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Decoding the picture…</source>
        <translation>正在解码图片…</translation>
    </message>
    <message>
        <source>Denoising · step {index} of {total}</source>
        <translation>正在去噪 · 第 {index}/{total} 步</translation>
    </message>
    <message>
        <source>Denoising…</source>
        <translation>正在去噪…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Reading the prompt…</source>
        <translation>正在读取提示词…</translation>
    </message>
    <message>
        <source>Saving the picture…</source>
        <translation>正在保存图片…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{step} · {time} left</source>
        <translation>{step} · 剩余 {time}</translation>
    </message>
</context>
<context>
    <name>SchedulePane</name>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声(&amp;N)</translation>
    </message>
    <message>
        <source>A picture forms in steps, each with less noise than the one before. The scheduler decides which: σ is the amount of noise, the timestep t is how the network is told of it, and ᾱ is the share of the picture at each t.</source>
        <translation>图片分步形成，每一步的噪声都比前一步少。具体少多少由调度器决定：σ 是噪声的量，时间步 t 用来告诉网络噪声有多少，ᾱ 是图片在每个 t 所占的比例。</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比较对象(&amp;W)</translation>
    </message>
    <message>
        <source>Compare with another scheduler</source>
        <translation>与另一个调度器比较</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise schedule to compare with</source>
        <translation>用于比较的噪声调度</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Share of the picture (alphas_cumprod)</source>
        <translation>图片所占比例（alphas_cumprod）</translation>
    </message>
    <message>
        <source>The numbers of each step</source>
        <translation>每一步的数值</translation>
    </message>
    <message>
        <source>The schedule appears when the model is loaded.</source>
        <translation>加载模型后会显示调度。</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>此图片</translation>
    </message>
    <message>
        <source>Timesteps</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Whose schedule</source>
        <translation>谁的调度</translation>
    </message>
    <message>
        <source>as the model was trained</source>
        <translation>与训练时相同</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>the same scheduler</source>
        <translation>同一个调度器</translation>
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
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search ({keys}), for example:</source>
        <translation>搜索（{keys}），例如：</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>搜索图库</translation>
    </message>
    <message>
        <source>Search words, tag:…</source>
        <translation>搜索词语、tag:…</translation>
    </message>
    <message>
        <source>What this word could be</source>
        <translation>这个词可能的含义</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Branched</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Swapped parts</source>
        <translation>替换的部件</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>在第 {step} 步</translation>
    </message>
    <message>
        <source>{name} (built in)</source>
        <translation>{name}（内置）</translation>
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
        <translation>仅显示差异(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ</source>
        <translation>
            <numerusform>%Ln 项参数不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Settings of the pictures</source>
        <translation>图片的参数</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>参数相同</translation>
    </message>
    <message>
        <source>{setting} (differs)</source>
        <translation>{setting}（不同）</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>A pane by its number</source>
        <translation>按编号选择窗格</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>选择多个</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>First step, newest step</source>
        <translation>第一步、最新一步</translation>
    </message>
    <message>
        <source>From picture to picture</source>
        <translation>在图片间移动</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>In full size</source>
        <translation>全尺寸查看时</translation>
    </message>
    <message>
        <source>In the X-ray</source>
        <translation>在 X 光中</translation>
    </message>
    <message>
        <source>In the gallery</source>
        <translation>在图库中</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>在时间线上</translation>
    </message>
    <message>
        <source>One step, five steps</source>
        <translation>移动一步、五步</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>仅看差异</translation>
    </message>
    <message>
        <source>Picture, noisy, side by side, noise</source>
        <translation>图片、带噪、并排、噪声</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Settings of the picture</source>
        <translation>图片的参数</translation>
    </message>
    <message>
        <source>Side by side, slider, blink, difference</source>
        <translation>并排、滑块、闪烁、差异</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Swap the pictures</source>
        <translation>互换图片</translation>
    </message>
    <message>
        <source>While comparing</source>
        <translation>比较时</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>No shortcut is called so.</source>
        <translation>没有找到快捷键。</translation>
    </message>
    <message>
        <source>Search by what it does, or by key</source>
        <translation>按功能或按键搜索</translation>
    </message>
    <message>
        <source>Search for a shortcut</source>
        <translation>搜索快捷键</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Family</source>
        <translation>谱系</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Queue ({count})</source>
        <translation>队列（{count}）</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>X 光</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Choose both sides yourself</source>
        <translation>自行选择宽和高</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>From {least} to {most} pixels, in steps of {factor}</source>
        <translation>从 {least} 到 {most} 像素，须为 {factor} 的倍数</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Size: {shape}</source>
        <translation>尺寸：{shape}</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>{side} × {side} pixels, the only size of this model</source>
        <translation>{side} × {side} 像素，此模型的唯一尺寸</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Parts of the library</source>
        <translation>模型库的各个部分</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>No model is in memory yet. Make a picture first.</source>
        <translation>内存中还没有模型。请先生成一张图片。</translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>Latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Make a picture, then choose a step in the timeline.</source>
        <translation>请生成一张图片，然后在时间线中选择一步。</translation>
    </message>
    <message>
        <source>One step of denoising: from a noisy picture xₜ the network predicts the noise; taking it away gives x₀, and the scheduler goes a little of that way.</source>
        <translation>去噪的一步：网络从带噪图片 xₜ 预测噪声；去掉这些噪声就得到 x₀，调度器则朝这个方向走一小段。</translation>
    </message>
    <message>
        <source>Root mean square at each step</source>
        <translation>每一步的均方根</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>The predicted noise</source>
        <translation>预测的噪声</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>predicted noise</source>
        <translation>预测的噪声</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {index} of {count} · t = {timestep} · σ = {sigma}</source>
        <translation>第 {index}/{count} 步 · t = {timestep} · σ = {sigma}</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>unit normal</source>
        <translation>标准正态分布</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>x₀: predicted</source>
        <translation>x₀：预测</translation>
    </message>
    <message>
        <source>xₜ: noisy</source>
        <translation>xₜ：带噪</translation>
    </message>
    <message>
        <source>xₜ₋₁: handed on</source>
        <translation>xₜ₋₁：传给下一步</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Something went wrong that should not have ({kind}). The log has the details; the app goes on.</source>
        <translation>发生了不应出现的错误（{kind}）。详情见日志；应用会继续运行。</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Branch from here…</source>
        <translation>从此处分支…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Keep this step as a picture</source>
        <translation>将此步保留为图片</translation>
    </message>
    <message>
        <source>Make another picture that differs from this step on</source>
        <translation>生成另一张从这一步起不同的图片</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>带噪</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Step {index} of {total}</source>
        <translation>第 {index}/{total} 步</translation>
    </message>
    <message>
        <source>Taken over from the picture it branched from</source>
        <translation>沿用自分支前的图片</translation>
    </message>
    <message>
        <source>The noise that the model finds in it (predicted ε)</source>
        <translation>模型在其中找出的噪声（预测的 ε）</translation>
    </message>
    <message>
        <source>The noisy picture (xₜ) and the foreseen one (x₀) next to each other</source>
        <translation>带噪图片（xₜ）与预测图片（x₀）并列显示</translation>
    </message>
    <message>
        <source>The picture as the model foresees it at this step (predicted x₀)</source>
        <translation>模型在这一步预测的图片（预测的 x₀）</translation>
    </message>
    <message>
        <source>This step is the same as in the picture this one branched from</source>
        <translation>这一步与分支前的图片相同</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>视图：{view}</translation>
    </message>
    <message>
        <source>What the step begins with: the picture under its noise (xₜ)</source>
        <translation>这一步开始时的状态：被噪声覆盖的图片（xₜ）</translation>
    </message>
</context>
<context>
    <name>TimelineControl</name>
    <message>
        <source>Each step of the denoising appears here, to be looked at and branched from.</source>
        <translation>去噪的每一步都会显示在这里，可以查看并从中分支。</translation>
    </message>
    <message>
        <source>Make it again to look inside</source>
        <translation>重新生成以查看内部过程</translation>
    </message>
    <message>
        <source>Nothing is known of how this picture was made.</source>
        <translation>没有关于这张图片如何生成的信息。</translation>
    </message>
    <message>
        <source>Step {step}: {view}</source>
        <translation>第 {step} 步：{view}</translation>
    </message>
    <message>
        <source>The denoising of this picture was not kept.</source>
        <translation>没有保留这张图片的去噪过程。</translation>
    </message>
    <message>
        <source>noisy latents</source>
        <translation>带噪潜变量</translation>
    </message>
    <message>
        <source>predicted noise</source>
        <translation>预测的噪声</translation>
    </message>
    <message>
        <source>predicted picture</source>
        <translation>预测图片</translation>
    </message>
    <message>
        <source>predicted picture and noisy latents</source>
        <translation>预测图片和带噪潜变量</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>A token for the hub</source>
        <translation>Hub 的访问令牌</translation>
    </message>
    <message>
        <source>It is kept by your system&apos;s keyring, not by the app.</source>
        <translation>它由系统的密钥环保存，而不是由应用保存。</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>打开其页面(&amp;P)</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开其页面</translation>
    </message>
    <message>
        <source>Save and download</source>
        <translation>保存并下载</translation>
    </message>
    <message>
        <source>The makers of “{name}” want you to agree to their terms. Do so on its page, signed in to your account, and make a token there that may read:</source>
        <translation>“{name}”的作者要求同意其条款。请登录账户，在其页面上同意条款，并在那里创建一个具有读取权限的访问令牌：</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>访问令牌</translation>
    </message>
</context>
<context>
    <name>TokenFlow</name>
    <message>
        <source>+ {count} more</source>
        <translation>+ 另外 {count} 个</translation>
    </message>
    <message>
        <source>+ {count} padding</source>
        <translation>+ {count} 个填充</translation>
    </message>
    <message>
        <source>The model reads no further: {most} tokens</source>
        <translation>模型只读到这里：{most} 个词元</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>已截断</translation>
    </message>
    <message>
        <source>position {place} · id {id} · “{text}”</source>
        <translation>位置 {place} · 编号 {id} · “{text}”</translation>
    </message>
    <message>
        <source>stands for “{typed}”</source>
        <translation>表示“{typed}”</translation>
    </message>
    <message>
        <source>{used} tokens are read, {cut} are cut off.</source>
        <translation>读取了 {used} 个词元，截断了 {cut} 个。</translation>
    </message>
</context>
<context>
    <name>TokensPane</name>
    <message numerus="yes">
        <source>%Ln more are cut off.</source>
        <translation>
            <numerusform>另有 %Ln 个被截断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>Point at a token to see what it stands for.</source>
        <translation>指向一个词元，查看它表示什么。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>The model does not read letters or words. It reads numbers: each piece of the prompt has one in its vocabulary. What comes after the last one it can read has no effect on the picture.</source>
        <translation>模型读的不是字母或单词，而是数值：提示词的每个片段在词表中都有一个编号。超出可读取范围的内容对图片没有影响。</translation>
    </message>
    <message>
        <source>The tokens appear when the model is loaded.</source>
        <translation>加载模型后会显示词元。</translation>
    </message>
    <message>
        <source>This model reads no prompt, or does not tell its tokens.</source>
        <translation>此模型不读提示词，或不提供其词元。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Which prompt</source>
        <translation>哪个提示词</translation>
    </message>
    <message>
        <source>{used} of {most} tokens: {words} of the text and {marks} marks.</source>
        <translation>{used}/{most} 个词元：{words} 个来自文本，{marks} 个为标记。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A tokenizer cuts the prompt into pieces it knows, words or parts of words, and each piece has a number. There is room for so many pieces and no more: what comes after that is not read at all.</source>
        <translation>分词器把提示词切成它认识的片段，即词或词的一部分，每个片段都有一个编号。能容纳的片段数量有限：超出的部分完全不会被读取。</translation>
    </message>
    <message>
        <source>All of this happened to a small picture made of numbers, the latents. At the end a second network, the VAE, makes the large picture of it. What gets lost in the small one, such as tiny letters, no prompt can bring back.</source>
        <translation>以上一切都发生在一张由数值组成的小图上，即潜变量。最后由另一个网络 VAE 把它变成大图。小图中丢失的内容（例如很小的文字），任何提示词都无法找回。</translation>
    </message>
    <message>
        <source>And here it is</source>
        <translation>图片完成了</translation>
    </message>
    <message>
        <source>At each step the network is asked twice, with your prompt and without it. The difference is what your words want, and the guidance scale says how many times that counts. Move the slider: too little and the words hardly matter, too much and the colours burn.</source>
        <translation>每一步都会询问网络两次：带提示词和不带提示词。两者之差就是提示词想要的内容，引导系数决定把它放大多少倍。拖动滑块看看：太小，提示词几乎不起作用；太大，颜色会过饱和。</translation>
    </message>
    <message>
        <source>At every step a network says what is noise, and the scheduler takes some of it away. The canvas shows what the network believed the finished picture to be at this step: early on a blur of all that is still possible. Drag along the timeline and watch it form.</source>
        <translation>每一步，网络都会指出哪些是噪声，调度器则去掉其中一部分。画布显示网络在这一步认为的最终图片：起初只是所有可能画面的模糊叠加。沿时间线拖动，看它逐渐成形。</translation>
    </message>
    <message>
        <source>At first there is nothing but noise, like a television without a signal. The curve shows how much of it is left at each step. The scheduler decides how the way is divided: usually big steps first, and small ones at the end.</source>
        <translation>起初只有噪声，就像没有信号的电视画面。曲线显示每一步还剩多少噪声。调度器决定如何划分这段路程：通常先大步，最后小步。</translation>
    </message>
    <message>
        <source>Every spot of the picture looks at your words, at some of them more than at others. To see it, press “Replay with attention”: the picture is made once more, and comes out the same. Then click a word.</source>
        <translation>图片的每个位置都会查看提示词中的各个词，对有些词关注得更多。要查看这一点，请按“重放并记录注意力”：图片会再生成一次，结果相同。然后点击一个词。</translation>
    </message>
    <message>
        <source>It begins with your words</source>
        <translation>从提示词开始</translation>
    </message>
    <message>
        <source>Small becomes large</source>
        <translation>小图变大图</translation>
    </message>
    <message>
        <source>Step by step, noise goes</source>
        <translation>噪声逐步消失</translation>
    </message>
    <message>
        <source>The finished picture is a file of yours, and how it was made is written inside. Choose any picture here and open the X-ray again whenever you like. Now change one word of your prompt, and compare.</source>
        <translation>完成的图片是一个文件，其中记录了生成方式。可以随时在这里选择任意图片，再次打开 X 光。现在试着改动提示词中的一个词，比较一下。</translation>
    </message>
    <message>
        <source>The picture begins as noise</source>
        <translation>图片始于噪声</translation>
    </message>
    <message>
        <source>The text encoder turns each token into a row of numbers: its meaning, so to speak, among the other words. Rows that point the same way mean something similar to the model. Nothing else of your words gets any further.</source>
        <translation>文本编码器把每个词元变成一行数值，可以说是它在其他词之间的含义。对模型来说，方向相同的行含义相近。提示词中只有这些内容会继续传递下去。</translation>
    </message>
    <message>
        <source>This is where you say what you want to see. The model cannot read letters, so the words become numbers first. The next cards follow them into the picture.</source>
        <translation>在这里描述想看到的画面。模型不认识文字，所以要先把词变成数值。接下来的卡片会跟随它们进入图片。</translation>
    </message>
    <message>
        <source>Tokens get a meaning</source>
        <translation>词元获得含义</translation>
    </message>
    <message>
        <source>Where each word acted</source>
        <translation>每个词作用在哪里</translation>
    </message>
    <message>
        <source>Words are cut into tokens</source>
        <translation>词被切成词元</translation>
    </message>
    <message>
        <source>Your words steer</source>
        <translation>由提示词引导</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
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
        <translation>工作原理</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>The tour begins when the model is loaded.</source>
        <translation>加载模型后开始导览。</translation>
    </message>
    <message>
        <source>The tour begins when the picture is finished.</source>
        <translation>图片完成后开始导览。</translation>
    </message>
    <message>
        <source>The tour looks into the making of a picture. The built-in model makes a small one for it, in a few seconds.</source>
        <translation>导览会带你看看图片是怎样生成的。为此，内置模型会用几秒钟生成一张小图。</translation>
    </message>
    <message>
        <source>The tour looks into the making of your picture. For that it has to be made once more; it comes out the same.</source>
        <translation>导览会带你看看这张图片是怎样生成的。为此需要再生成一次；结果相同。</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Open its page</source>
        <translation>打开其页面</translation>
    </message>
    <message>
        <source>sdstudio {version} is there. This is {own}.</source>
        <translation>sdstudio {version} 已发布。当前版本为 {own}。</translation>
    </message>
</context>
<context>
    <name>VaePane</name>
    <message>
        <source>Difference, in levels of 255</source>
        <translation>差异（共 255 级）</translation>
    </message>
    <message>
        <source>Fine texture and small text suffer.</source>
        <translation>细微纹理和小字会受影响。</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>PSNR {psnr} dB · scaling factor {factor}</source>
        <translation>PSNR {psnr} dB · 缩放系数 {factor}</translation>
    </message>
    <message>
        <source>Shapes and quality</source>
        <translation>形状与质量</translation>
    </message>
    <message>
        <source>Stable Diffusion does not paint pixels but latents; the VAE makes latents of a picture and a picture of latents, and loses a little both ways.</source>
        <translation>Stable Diffusion 画的不是像素，而是潜变量；VAE 把图片变成潜变量，再把潜变量变回图片，每次转换都会损失一点。</translation>
    </message>
    <message>
        <source>That can be seen easily.</source>
        <translation>差异很容易看出。</translation>
    </message>
    <message>
        <source>That is hard to see.</source>
        <translation>差异很难看出。</translation>
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
        <translation>解码后</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{times} times fewer numbers. {told} On average, a colour is {levels} of 255 levels off.</source>
        <translation>数值数量仅为原来的 1/{times}。{told}颜色平均偏差 {levels} 级（共 255 级）。</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back to the window</source>
        <translation>返回窗口</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>全尺寸查看</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>This picture cannot be shown: its file is missing or damaged.</source>
        <translation>此图片无法显示：文件缺失或已损坏。</translation>
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
        <translation>它认识的颜色</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>例如：{example}</translation>
    </message>
    <message>
        <source>In these colours</source>
        <translation>使用这些颜色</translation>
    </message>
    <message>
        <source>It does not know such a word.</source>
        <translation>它不认识这个词。</translation>
    </message>
    <message>
        <source>Things it can draw</source>
        <translation>它能画的事物</translation>
    </message>
    <message>
        <source>Words this model knows</source>
        <translation>此模型认识的词</translation>
    </message>
</context>
<context>
    <name>WatchedList</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>停止监视(&amp;F)</translation>
    </message>
    <message>
        <source>Pictures of a folder that is forgotten stay in the gallery.</source>
        <translation>停止监视后，文件夹中的图片仍保留在图库中。</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation>监视另一个文件夹</translation>
    </message>
    <message>
        <source>Watch the folder no longer</source>
        <translation>不再监视此文件夹</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>{folder} (copied)</source>
        <translation>{folder}（复制）</translation>
    </message>
    <message>
        <source>{folder} (not there)</source>
        <translation>{folder}（不存在）</translation>
    </message>
</context>
<context>
    <name>XrayPanel</name>
    <message>
        <source>Save as a picture</source>
        <translation>保存为图片</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存为 {path}。</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>X 光</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Show which</source>
        <translation>查看详情</translation>
    </message>
    <message>
        <source>Show which: {what}</source>
        <translation>查看详情：{what}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>1 is as trained, and 0 leaves it without effect.</source>
        <translation>1 为训练时的强度，0 则不起作用。</translation>
    </message>
    <message>
        <source>1 is as trained.</source>
        <translation>1 为训练时的强度。</translation>
    </message>
    <message>
        <source>1024 pixels, with two text encoders; wants 8 GB on the card.</source>
        <translation>1024 像素，有两个文本编码器；需要 8 GB 显存。</translation>
    </message>
    <message>
        <source>512 pixels with another text encoder; predicts the noise.</source>
        <translation>512 像素，使用另一种文本编码器；预测噪声。</translation>
    </message>
    <message>
        <source>768 pixels; to see what a model does that predicts v.</source>
        <translation>768 像素；可以看看预测 v 的模型如何工作。</translation>
    </message>
    <message>
        <source>A branch keeps the {name} of its parent, which is {was}, not {wanted}.</source>
        <translation>分支沿用父图片的{name}，即 {was}，而不是 {wanted}。</translation>
    </message>
    <message>
        <source>A branch needs both a parent and a step.</source>
        <translation>分支需要指定父图片和步。</translation>
    </message>
    <message>
        <source>A damaged one is set aside: try again.</source>
        <translation>已损坏的列表会另行存放：请重试。</translation>
    </message>
    <message>
        <source>A file with tags beside the picture is damaged, too large, or no XMP.</source>
        <translation>图片旁带有标签的附属文件已损坏、太大或不是 XMP。</translation>
    </message>
    <message>
        <source>A model has no part called “{name}” that could be swapped.</source>
        <translation>模型没有名为“{name}”的可替换部件。</translation>
    </message>
    <message>
        <source>A newer driver from NVIDIA may help.</source>
        <translation>更新的 NVIDIA 驱动程序可能有所帮助。</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels does not fit into the memory of {device}.</source>
        <translation>{width} × {height} 像素的图片超出 {device} 的内存。</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too small or too narrow for this model.</source>
        <translation>{width} × {height} 像素的图片对此模型来说太小或太窄。</translation>
    </message>
    <message>
        <source>A second model refined it, which is not carried over.</source>
        <translation>它由第二个模型精修过，此项不会沿用。</translation>
    </message>
    <message>
        <source>A second pass refined it, which is not carried over.</source>
        <translation>它经过第二遍精修，此项不会沿用。</translation>
    </message>
    <message>
        <source>A small transformer behind a large text encoder.</source>
        <translation>大型文本编码器加小型 Transformer。</translation>
    </message>
    <message>
        <source>A smaller picture, fewer steps or another scheduler may help.</source>
        <translation>可以尝试更小的图片、更少的步数或其他调度器。</translation>
    </message>
    <message>
        <source>A tag or a collection needs a name.</source>
        <translation>标签或合集需要名称。</translation>
    </message>
    <message>
        <source>A transformer that learned flow matching; follows long prompts.</source>
        <translation>用流匹配训练的 Transformer；能遵循长提示词。</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels does not fit “{model}”: it must be a multiple of {factor}.</source>
        <translation>{name}为 {side} 像素，不适合“{model}”：必须是 {factor} 的倍数。</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels is too large for “{model}”.</source>
        <translation>{name}为 {side} 像素，对“{model}”来说太大。</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels is too small for “{model}”.</source>
        <translation>{name}为 {side} 像素，对“{model}”来说太小。</translation>
    </message>
    <message>
        <source>ADetailer made details anew, which is not carried over.</source>
        <translation>ADetailer 重绘了细节，此项不会沿用。</translation>
    </message>
    <message>
        <source>Add --yes to do it.</source>
        <translation>要执行转换，请加上 --yes。</translation>
    </message>
    <message>
        <source>Add fewer LoRAs, or close other programs.</source>
        <translation>请减少 LoRA，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Add the folder it lies in to the models, or take “{tag}” out of the prompt.</source>
        <translation>请将它所在的文件夹添加到模型文件夹，或从提示词中删除“{tag}”。</translation>
    </message>
    <message>
        <source>Agree to them at {endpoint}/{repo_id}, then use a token of the same account.</source>
        <translation>请在 {endpoint}/{repo_id} 同意条款，然后使用同一账户的访问令牌。</translation>
    </message>
    <message>
        <source>An adapter guided it, which is not carried over.</source>
        <translation>它由适配器引导，此项不会沿用。</translation>
    </message>
    <message>
        <source>Another picture guided it, which is not carried over.</source>
        <translation>它由另一张图片引导，此项不会沿用。</translation>
    </message>
    <message>
        <source>Another version of the app may come with a torch that has one.</source>
        <translation>应用的其他版本所带的 torch 可能有适用的版本。</translation>
    </message>
    <message>
        <source>As 3 medium, trained anew: better pictures and words in them.</source>
        <translation>与 3 medium 相同，但重新训练：图片和其中的文字都更好。</translation>
    </message>
    <message>
        <source>At a guidance scale of 1 or less there is no guidance: the network is asked with the prompt only.</source>
        <translation>引导系数为 1 或更低时没有引导：只带提示词询问网络。</translation>
    </message>
    <message>
        <source>Branch from the parent, or from step {first} on.</source>
        <translation>请从父图片分支，或从第 {first} 步及之后分支。</translation>
    </message>
    <message>
        <source>Cats of 256 pixels without a prompt, as in the first lesson on diffusion.</source>
        <translation>256 像素的猫，无需提示词，即扩散模型入门课中的模型。</translation>
    </message>
    <message>
        <source>Check its name. A private model needs a token that may read it.</source>
        <translation>请检查名称。私有模型需要有权读取它的访问令牌。</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>请检查 Hub 的地址。</translation>
    </message>
    <message>
        <source>Check the address of the index.</source>
        <translation>请检查索引的地址。</translation>
    </message>
    <message>
        <source>Check the disk and the file&apos;s permissions.</source>
        <translation>请检查磁盘和文件权限。</translation>
    </message>
    <message>
        <source>Check the disk and the permissions, or download the model again.</source>
        <translation>请检查磁盘和权限，或重新下载模型。</translation>
    </message>
    <message>
        <source>Check the disk and the permissions.</source>
        <translation>请检查磁盘和权限。</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>请检查文件夹的权限。</translation>
    </message>
    <message>
        <source>Check the network. Start the download again to go on where it stopped.</source>
        <translation>请检查网络。重新开始下载会从中断处继续。</translation>
    </message>
    <message>
        <source>Check the path, or choose a folder.</source>
        <translation>请检查路径，或选择文件夹。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>Choose a .safetensors checkpoint of Stable Diffusion 1, 2 or XL.</source>
        <translation>请选择 Stable Diffusion 1、2 或 XL 的 .safetensors 检查点。</translation>
    </message>
    <message>
        <source>Choose a .safetensors checkpoint, or a folder that holds model_index.json.</source>
        <translation>请选择 .safetensors 检查点，或包含 model_index.json 的文件夹。</translation>
    </message>
    <message>
        <source>Choose a .safetensors file.</source>
        <translation>请选择 .safetensors 文件。</translation>
    </message>
    <message>
        <source>Choose a LoRA&apos;s .safetensors file.</source>
        <translation>请选择 LoRA 的 .safetensors 文件。</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG or WebP file.</source>
        <translation>请选择 PNG、JPEG 或 WebP 文件。</translation>
    </message>
    <message>
        <source>Choose a checkpoint with everything in one file.</source>
        <translation>请选择所有内容都在一个文件中的检查点。</translation>
    </message>
    <message>
        <source>Choose a file name.</source>
        <translation>请选择文件名。</translation>
    </message>
    <message>
        <source>Choose a folder of models, or a file that ends in .safetensors.</source>
        <translation>请选择模型文件夹，或以 .safetensors 结尾的文件。</translation>
    </message>
    <message>
        <source>Choose a folder with an AutoencoderTiny in diffusers&apos; format.</source>
        <translation>请选择包含 diffusers 格式的 AutoencoderTiny 的文件夹。</translation>
    </message>
    <message>
        <source>Choose a larger one.</source>
        <translation>请选择更大的图片。</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .gif, .webp or .mp4, or in .png for a sheet of all steps.</source>
        <translation>请使用以 .gif、.webp 或 .mp4 结尾的名称；要将所有步合成一张图，请用 .png。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .webp or .gif, or install ffmpeg.</source>
        <translation>请使用以 .webp 或 .gif 结尾的名称，或安装 ffmpeg。</translation>
    </message>
    <message>
        <source>Choose a name that ends in .webp or .gif; the log has what ffmpeg said.</source>
        <translation>请使用以 .webp 或 .gif 结尾的名称；ffmpeg 的输出见日志。</translation>
    </message>
    <message>
        <source>Choose a repository in diffusers&apos; format.</source>
        <translation>请选择 diffusers 格式的仓库。</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>请选择更小的尺寸。</translation>
    </message>
    <message>
        <source>Choose a whole model.</source>
        <translation>请选择完整的模型。</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>请重新选择。</translation>
    </message>
    <message>
        <source>Choose another checkpoint.</source>
        <translation>请选择其他检查点。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <translation>请选择其他文件夹，或更改其权限。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another model of the same family.</source>
        <translation>请选择同一系列的其他模型。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another number of steps (20 is usual) or another scheduler.</source>
        <translation>请选择其他步数（通常为 20）或其他调度器。</translation>
    </message>
    <message>
        <source>Choose another scheduler.</source>
        <translation>请选择其他调度器。</translation>
    </message>
    <message>
        <source>Choose at least {fewest} steps.</source>
        <translation>请至少选择 {fewest} 步。</translation>
    </message>
    <message>
        <source>Choose from: {known}.</source>
        <translation>可选字段：{known}。</translation>
    </message>
    <message>
        <source>Choose its file again.</source>
        <translation>请重新选择其文件。</translation>
    </message>
    <message>
        <source>Choose its folder in diffusers&apos; format, or that of a whole model.</source>
        <translation>请选择其 diffusers 格式的文件夹，或完整模型的文件夹。</translation>
    </message>
    <message>
        <source>Choose its folder in diffusers&apos; format, the one that holds model_index.json.</source>
        <translation>请选择其 diffusers 格式的文件夹，即包含 model_index.json 的文件夹。</translation>
    </message>
    <message>
        <source>Choose one for this family, or another model.</source>
        <translation>请选择适用于此系列的文件，或换用其他模型。</translation>
    </message>
    <message>
        <source>Choose one from 0 to {most}.</source>
        <translation>请从 0 到 {most} 中选择。</translation>
    </message>
    <message>
        <source>Choose one from a model of the same family.</source>
        <translation>请选择同一系列模型的部件。</translation>
    </message>
    <message>
        <source>Choose one of at least {least} × {least} pixels.</source>
        <translation>请选择至少 {least} × {least} 像素的图片。</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>请从以下选项中选择：{known}。</translation>
    </message>
    <message>
        <source>Choose one that was made for this model&apos;s family.</source>
        <translation>请选择为此模型系列制作的文件。</translation>
    </message>
    <message>
        <source>Choose some.</source>
        <translation>请选择一些图片。</translation>
    </message>
    <message>
        <source>Choose the .safetensors file of an embedding.</source>
        <translation>请选择嵌入的 .safetensors 文件。</translation>
    </message>
    <message>
        <source>Choose the base model.</source>
        <translation>请选择 base 模型。</translation>
    </message>
    <message>
        <source>Choose the folder of a diffusers model.</source>
        <translation>请选择 diffusers 模型的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json, or a single file.</source>
        <translation>请选择包含 model_index.json 的文件夹，或单个文件。</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json.</source>
        <translation>请选择包含 model_index.json 的文件夹。</translation>
    </message>
    <message>
        <source>Choose the model it was made with.</source>
        <translation>请选择生成它的模型。</translation>
    </message>
    <message>
        <source>Choose the model itself.</source>
        <translation>请选择模型本身。</translation>
    </message>
    <message>
        <source>Choose the tiny autoencoder again.</source>
        <translation>请重新选择微型自编码器。</translation>
    </message>
    <message>
        <source>Choose them again.</source>
        <translation>请重新选择。</translation>
    </message>
    <message>
        <source>Choose two of the same kind of model.</source>
        <translation>请选择两张由同类模型生成的图片。</translation>
    </message>
    <message>
        <source>Choose two of the same size.</source>
        <translation>请选择两张尺寸相同的图片。</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>请将其关闭后重试。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close other programs that use the card and try again.</source>
        <translation>请关闭使用显卡的其他程序后重试。</translation>
    </message>
    <message>
        <source>Close other programs, or look into a smaller picture.</source>
        <translation>请关闭其他程序，或查看较小的图片。</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller model.</source>
        <translation>请关闭其他程序，或使用更小的模型。</translation>
    </message>
    <message>
        <source>Close other programs, or use the model&apos;s own.</source>
        <translation>请关闭其他程序，或使用模型自带的部件。</translation>
    </message>
    <message>
        <source>Close programs that use it, or change its permissions.</source>
        <translation>请关闭正在使用它的程序，或更改其权限。</translation>
    </message>
    <message>
        <source>Close that program, and try again.</source>
        <translation>请关闭该程序后重试。</translation>
    </message>
    <message>
        <source>ControlNet guided it, which is not carried over.</source>
        <translation>它由 ControlNet 引导，此项不会沿用。</translation>
    </message>
    <message>
        <source>Copy it again from your account&apos;s settings.</source>
        <translation>请从账户设置中重新复制。</translation>
    </message>
    <message>
        <source>Delete it in its folder if you do not need it.</source>
        <translation>如果不需要，请在其文件夹中删除。</translation>
    </message>
    <message>
        <source>Distilled: 512 pixels in one to four steps, without guidance.</source>
        <translation>蒸馏模型：512 像素，1 到 4 步，无需引导。</translation>
    </message>
    <message>
        <source>Distilled: a picture in four steps, also without a card.</source>
        <translation>蒸馏模型：4 步生成图片，没有显卡也可以。</translation>
    </message>
    <message>
        <source>Distilled: good pictures of 512 pixels in one to four steps.</source>
        <translation>蒸馏模型：1 到 4 步生成高质量的 512 像素图片。</translation>
    </message>
    <message>
        <source>Do not use this model.</source>
        <translation>请勿使用此模型。</translation>
    </message>
    <message>
        <source>Do not use what it belongs to.</source>
        <translation>请勿使用包含它的内容。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>Download it first: sdstudio models download {name}</source>
        <translation>请先下载：sdstudio models download {name}</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>请重新下载或复制。</translation>
    </message>
    <message>
        <source>Download or copy it again; if it is whole, it is of a kind this version cannot load.</source>
        <translation>请重新下载或复制；如果文件完好，则说明此版本无法加载这种模型。</translation>
    </message>
    <message>
        <source>Download or copy it again; the log has the details.</source>
        <translation>请重新下载或复制；详情见日志。</translation>
    </message>
    <message>
        <source>Download or copy the model again.</source>
        <translation>请重新下载或复制模型。</translation>
    </message>
    <message>
        <source>Download or copy the model again; the log has the details.</source>
        <translation>请重新下载或复制模型；详情见日志。</translation>
    </message>
    <message>
        <source>Download the model from somebody you trust.</source>
        <translation>请从可信来源下载模型。</translation>
    </message>
    <message>
        <source>FLUX has no guidance of this kind: its network is told the guidance scale and gives one answer, not one without and one with the prompt.</source>
        <translation>FLUX 没有这种引导：它的网络直接接收引导系数并给出一个回答，而不是不带和带提示词各一个。</translation>
    </message>
    <message>
        <source>FLUX models read no negative prompt, so it had no effect.</source>
        <translation>FLUX 模型不读反向提示词，因此它没有起作用。</translation>
    </message>
    <message>
        <source>Faces of 256 pixels without a prompt.</source>
        <translation>256 像素的人脸，无需提示词。</translation>
    </message>
    <message>
        <source>Faces were restored, which is not carried over.</source>
        <translation>它经过面部修复，此项不会沿用。</translation>
    </message>
    <message>
        <source>Fetch the right ones by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.</source>
        <translation>请通过“生成”菜单中的“使用我的 GPU”或“sdstudio gpu install”获取正确的文件。</translation>
    </message>
    <message>
        <source>Fetch them again by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.</source>
        <translation>请通过“生成”菜单中的“使用我的 GPU”或“sdstudio gpu install”重新获取。</translation>
    </message>
    <message>
        <source>Files beside pictures that are no longer there.</source>
        <translation>图片已不存在的附属文件。</translation>
    </message>
    <message>
        <source>Files that crashed saves have left behind.</source>
        <translation>保存中途崩溃留下的文件。</translation>
    </message>
    <message>
        <source>Files with ratings and tags that are damaged.</source>
        <translation>已损坏的评分和标签文件。</translation>
    </message>
    <message>
        <source>Folders that are not there, such as on a drive that is not plugged in.</source>
        <translation>不存在的文件夹，例如位于未连接的驱动器上。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>请释放一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请释放一些空间。</translation>
    </message>
    <message>
        <source>Generate a new picture instead.</source>
        <translation>请改为生成一张新图片。</translation>
    </message>
    <message>
        <source>Give a file with the token and nothing else.</source>
        <translation>请提供只包含访问令牌的文件。</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Give either the numbers of pictures or a query, and a folder.</source>
        <translation>请给出图片编号或查询条件，以及一个文件夹。</translation>
    </message>
    <message>
        <source>Give its file a name that is no word.</source>
        <translation>请将其文件改为一个不是单词的名称。</translation>
    </message>
    <message>
        <source>Give such a name.</source>
        <translation>请给出这样的名称。</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>请给出文件名。</translation>
    </message>
    <message>
        <source>Give the path of one, as in: {path}</source>
        <translation>请给出其中一个的路径，例如：{path}</translation>
    </message>
    <message>
        <source>Give the token each time by --token-file, or in the variable HF_TOKEN.</source>
        <translation>请每次用 --token-file 或变量 HF_TOKEN 提供访问令牌。</translation>
    </message>
    <message>
        <source>Give two names.</source>
        <translation>请给出两个不同的名称。</translation>
    </message>
    <message>
        <source>Go online among the library&apos;s settings, or by “sdstudio models offline off”.</source>
        <translation>请在模型库的设置中关闭离线，或运行“sdstudio models offline off”。</translation>
    </message>
    <message>
        <source>Half the network of Stable Diffusion XL: faster, nearly as good.</source>
        <translation>网络只有 Stable Diffusion XL 的一半：更快，质量相近。</translation>
    </message>
    <message>
        <source>Install a newer driver from NVIDIA and start the app again.</source>
        <translation>请安装更新的 NVIDIA 驱动程序，然后重新启动应用。</translation>
    </message>
    <message>
        <source>Install that version again, or start with another SDSTUDIO_HOME.</source>
        <translation>请重新安装该版本，或换用其他 SDSTUDIO_HOME 启动。</translation>
    </message>
    <message>
        <source>Is it switched off, or used by a virtual machine?</source>
        <translation>它是否已关闭，或正被虚拟机使用？</translation>
    </message>
    <message>
        <source>It began from another picture, which is not carried over.</source>
        <translation>它以另一张图片为起点，此项不会沿用。</translation>
    </message>
    <message>
        <source>It began from another picture, with strength {strength}.</source>
        <translation>它以另一张图片为起点，强度为 {strength}。</translation>
    </message>
    <message>
        <source>It begins with https://, as in https://huggingface.co.</source>
        <translation>地址以 https:// 开头，例如 https://huggingface.co。</translation>
    </message>
    <message>
        <source>It did not begin with noise alone, but with another picture.</source>
        <translation>它的起点不只是噪声，还有另一张图片。</translation>
    </message>
    <message>
        <source>It is one of several that were made from the same noise.</source>
        <translation>它是用同一份噪声生成的多张图片之一。</translation>
    </message>
    <message>
        <source>It may belong to another program.</source>
        <translation>它可能属于其他程序。</translation>
    </message>
    <message>
        <source>It mixes in the noise of a second seed, which is not carried over.</source>
        <translation>它混入了第二个种子的噪声，此项不会沿用。</translation>
    </message>
    <message>
        <source>It runs models of these kinds: {known}.</source>
        <translation>可以运行以下类型的模型：{known}。</translation>
    </message>
    <message>
        <source>It used the LoRA “{name}” at {weight}.</source>
        <translation>它使用了 LoRA“{name}”，权重为 {weight}。</translation>
    </message>
    <message>
        <source>It used the LoRA “{name}”.</source>
        <translation>它使用了 LoRA“{name}”。</translation>
    </message>
    <message>
        <source>It was enlarged by a second pass (hires fix), which is not carried over.</source>
        <translation>它经过第二遍放大（高分辨率修复），此项不会沿用。</translation>
    </message>
    <message>
        <source>It was enlarged by a second pass, which is not carried over.</source>
        <translation>它经过第二遍放大，此项不会沿用。</translation>
    </message>
    <message>
        <source>It was made to tile, which is not carried over.</source>
        <translation>它被制成可无缝平铺的图片，此项不会沿用。</translation>
    </message>
    <message>
        <source>It was made with SMEA, which is not carried over.</source>
        <translation>生成时使用了 SMEA，此项不会沿用。</translation>
    </message>
    <message>
        <source>It was made with a VAE of its own, which is not carried over.</source>
        <translation>生成时使用了单独的 VAE，此项不会沿用。</translation>
    </message>
    <message>
        <source>It was made with clip skip {layers}, which is not carried over.</source>
        <translation>生成时的 CLIP 跳过层（clip skip）为 {layers}，此项不会沿用。</translation>
    </message>
    <message>
        <source>It was made with the VAE “{name}”, which is not carried over.</source>
        <translation>生成时使用了 VAE“{name}”，此项不会沿用。</translation>
    </message>
    <message>
        <source>It was moved or deleted outside the app.</source>
        <translation>它已在应用之外被移动或删除。</translation>
    </message>
    <message>
        <source>Its guidance was rescaled, which is not carried over.</source>
        <translation>它的引导经过重新缩放，此项不会沿用。</translation>
    </message>
    <message>
        <source>Its largest side is {nearest}.</source>
        <translation>最大边长为 {nearest}。</translation>
    </message>
    <message>
        <source>Its noise was drawn with an offset (ENSD), which is not carried over.</source>
        <translation>它的噪声带有种子偏移（ENSD），此项不会沿用。</translation>
    </message>
    <message>
        <source>Its parts are: {known}.</source>
        <translation>它的部件有：{known}。</translation>
    </message>
    <message>
        <source>Its prompt was put together from several texts.</source>
        <translation>它的提示词由多段文本组成。</translation>
    </message>
    <message>
        <source>Its smallest side is {nearest}.</source>
        <translation>最小边长为 {nearest}。</translation>
    </message>
    <message>
        <source>Leave it empty to let the app choose.</source>
        <translation>请将其留空，由应用选择。</translation>
    </message>
    <message>
        <source>Look for a copy of it, or move it to the trash.</source>
        <translation>请查找它的副本，或将其移到回收站。</translation>
    </message>
    <message>
        <source>Look for a copy of the model with safetensors weights.</source>
        <translation>请查找带有 safetensors 权重的模型副本。</translation>
    </message>
    <message>
        <source>Look for a version of it that is a plain LoRA.</source>
        <translation>请查找它的普通 LoRA 版本。</translation>
    </message>
    <message>
        <source>Look for another copy of the model.</source>
        <translation>请查找该模型的其他副本。</translation>
    </message>
    <message>
        <source>Look for another version of it.</source>
        <translation>请查找它的其他版本。</translation>
    </message>
    <message>
        <source>Look for it in the system&apos;s trash yourself.</source>
        <translation>请在系统的回收站中自行查找。</translation>
    </message>
    <message>
        <source>Look for it in the trash yourself.</source>
        <translation>请在回收站中自行查找。</translation>
    </message>
    <message>
        <source>Look for the files first, or say explicitly that they are to go (--yes).</source>
        <translation>请先查找这些文件；如果确定要移除，请明确指定（--yes）。</translation>
    </message>
    <message>
        <source>Look into the parent, or at a step from {first} on.</source>
        <translation>请查看父图片，或查看第 {first} 步及之后的步。</translation>
    </message>
    <message>
        <source>Look whether the file is still there.</source>
        <translation>请查看文件是否还在。</translation>
    </message>
    <message>
        <source>MP4 files need the program ffmpeg, which could not be started: {reason}</source>
        <translation>MP4 文件需要 ffmpeg 程序，但无法启动它：{reason}</translation>
    </message>
    <message>
        <source>Made again, the picture comes out a little different: other versions or another device made it then ({device}).</source>
        <translation>重新生成的图片略有不同：当时使用的是其他版本或其他设备（{device}）。</translation>
    </message>
    <message>
        <source>Make a new token there.</source>
        <translation>请在那里创建新的访问令牌。</translation>
    </message>
    <message>
        <source>Make a picture first.</source>
        <translation>请先生成一张图片。</translation>
    </message>
    <message>
        <source>Make a smaller copy of it and choose that.</source>
        <translation>请制作一个较小的副本，再选择它。</translation>
    </message>
    <message>
        <source>Make one in your account&apos;s settings at {endpoint}.</source>
        <translation>请在 {endpoint} 的账户设置中创建一个。</translation>
    </message>
    <message>
        <source>Make the parent&apos;s picture again, and branch from that.</source>
        <translation>请重新生成父图片，再从它分支。</translation>
    </message>
    <message>
        <source>Make the picture again to look inside.</source>
        <translation>请重新生成图片，以查看内部过程。</translation>
    </message>
    <message>
        <source>Make the picture again to look inside; the picture itself is unharmed.</source>
        <translation>要查看内部过程，请重新生成图片；图片本身没有受损。</translation>
    </message>
    <message>
        <source>Make the picture again, then keep its denoising.</source>
        <translation>请重新生成图片，再保留其去噪过程。</translation>
    </message>
    <message>
        <source>Memory was short, so the picture was decoded in tiles.</source>
        <translation>内存不足，因此图片是分块解码的。</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>请将其移走。</translation>
    </message>
    <message>
        <source>Move that file away, and try again.</source>
        <translation>请将该文件移走后重试。</translation>
    </message>
    <message>
        <source>Names of exported files have no field “{field}”.</source>
        <translation>导出文件名不支持字段“{field}”。</translation>
    </message>
    <message>
        <source>No NVIDIA driver was found on this computer.</source>
        <translation>此电脑上没有找到 NVIDIA 驱动程序。</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>未选择模型。</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>尚未加载模型。</translation>
    </message>
    <message>
        <source>Nothing is downloaded: the variable HF_HUB_OFFLINE is set.</source>
        <translation>不会下载任何内容：已设置变量 HF_HUB_OFFLINE。</translation>
    </message>
    <message>
        <source>NovelAI&apos;s models cannot be had; its settings are for one of them.</source>
        <translation>NovelAI 的模型无法获得，而这些参数是针对其模型的。</translation>
    </message>
    <message>
        <source>Of the {layers} layers that the LoRA “{name}” changes, this model has {count}.</source>
        <translation>LoRA“{name}”改动 {layers} 层，此模型有其中的 {count} 层。</translation>
    </message>
    <message>
        <source>On a Mac there is nothing to fetch: torch as it comes with the app knows Apple&apos;s own graphics.</source>
        <translation>在 Mac 上无需获取任何内容：应用自带的 torch 支持 Apple 的图形处理器。</translation>
    </message>
    <message>
        <source>Only a part of another picture was made anew, which is not carried over.</source>
        <translation>它只重绘了另一张图片的一部分，此项不会沿用。</translation>
    </message>
    <message>
        <source>Only models built from diffusers and transformers are loaded.</source>
        <translation>只能加载由 diffusers 和 transformers 构成的模型。</translation>
    </message>
    <message>
        <source>Open it as it is.</source>
        <translation>请直接打开它。</translation>
    </message>
    <message>
        <source>Open the folder they lie in.</source>
        <translation>请打开它们所在的文件夹。</translation>
    </message>
    <message>
        <source>Picture files that are damaged.</source>
        <translation>已损坏的图片文件。</translation>
    </message>
    <message>
        <source>Picture files that the gallery does not know.</source>
        <translation>图库中没有的图片文件。</translation>
    </message>
    <message>
        <source>Pictures are written as PNG files.</source>
        <translation>图片以 PNG 文件保存。</translation>
    </message>
    <message>
        <source>Pictures cannot be exported as “{format}”.</source>
        <translation>图片无法导出为“{format}”。</translation>
    </message>
    <message>
        <source>Pictures of {first} and {second} pixels cannot be compared.</source>
        <translation>{first} 和 {second} 像素的图片无法比较。</translation>
    </message>
    <message>
        <source>Pictures that the gallery knows, whose files are gone.</source>
        <translation>图库中文件缺失的图片。</translation>
    </message>
    <message>
        <source>Pictures that were moved or renamed.</source>
        <translation>被移动或重命名的图片。</translation>
    </message>
    <message>
        <source>Pictures whose files are gone, with ratings and tags that only the database has.</source>
        <translation>文件缺失，且评分和标签只存在于数据库中的图片。</translation>
    </message>
    <message>
        <source>Pictures whose files say something else than the database.</source>
        <translation>文件内容与数据库不一致的图片。</translation>
    </message>
    <message>
        <source>Pictures whose kept denoising is gone, new or changed.</source>
        <translation>保留的去噪过程缺失、新增或有变化的图片。</translation>
    </message>
    <message>
        <source>Pictures whose ratings and tags are in the database only.</source>
        <translation>评分和标签只存在于数据库中的图片。</translation>
    </message>
    <message>
        <source>Pictures with other ratings or tags beside them than in the database.</source>
        <translation>附属文件中的评分或标签与数据库不一致的图片。</translation>
    </message>
    <message>
        <source>Press Generate again.</source>
        <translation>请再按一次“生成”。</translation>
    </message>
    <message>
        <source>Previews go without it.</source>
        <translation>预览将不使用它。</translation>
    </message>
    <message>
        <source>Previews go without it; download or copy it again.</source>
        <translation>预览将不使用它；请重新下载或复制。</translation>
    </message>
    <message>
        <source>Put quotes around it to search for these words, or use one of: {known}.</source>
        <translation>要搜索这些词，请加上引号；或使用以下之一：{known}。</translation>
    </message>
    <message>
        <source>Remove it with the program that put it there.</source>
        <translation>请用放置它的程序将其移除。</translation>
    </message>
    <message>
        <source>Remove what was fetched and try again.</source>
        <translation>请移除已获取的文件后重试。</translation>
    </message>
    <message>
        <source>Rename it, or choose another folder.</source>
        <translation>请将其重命名，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Rename one, or add the one you mean by its file.</source>
        <translation>请重命名其中一个，或直接用文件添加所需的那个。</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>请重命名文件。</translation>
    </message>
    <message>
        <source>Replay its denoising again.</source>
        <translation>请再次重放其去噪过程。</translation>
    </message>
    <message>
        <source>Restart the computer, or install the driver again.</source>
        <translation>请重新启动电脑，或重新安装驱动程序。</translation>
    </message>
    <message>
        <source>Set SDSTUDIO_DEVICE=mps to try them.</source>
        <translation>要试用，请设置 SDSTUDIO_DEVICE=mps。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短搜索内容。</translation>
    </message>
    <message>
        <source>Shorten it: a model reads only the first few dozen words.</source>
        <translation>请缩短内容：模型只读取最前面的几十个词。</translation>
    </message>
    <message>
        <source>Something went wrong in the gallery that should not have.</source>
        <translation>图库中发生了不应出现的错误。</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}).</source>
        <translation>发生了不应出现的错误（{kind}）。</translation>
    </message>
    <message>
        <source>Something went wrong while looking into this denoising.</source>
        <translation>查看此去噪过程时出错。</translation>
    </message>
    <message>
        <source>Stable Diffusion 1.5 trained further: better people, light and painting.</source>
        <translation>在 Stable Diffusion 1.5 基础上继续训练：人物、光影和绘画效果更好。</translation>
    </message>
    <message>
        <source>Start the app again: it makes a new one from the picture files.</source>
        <translation>请重新启动应用：它会根据图片文件建立新的数据库。</translation>
    </message>
    <message>
        <source>Start the app again: it will use the processor.</source>
        <translation>请重新启动应用：它将使用处理器。</translation>
    </message>
    <message>
        <source>Try again later, or from elsewhere.</source>
        <translation>请稍后重试，或换一个来源。</translation>
    </message>
    <message>
        <source>Try again later, or use another index.</source>
        <translation>请稍后重试，或使用其他索引。</translation>
    </message>
    <message>
        <source>“{name}” arrived damaged twice: its checksum is not the one that was listed.</source>
        <translation>“{name}”两次下载后都已损坏：校验和与列出的不一致。</translation>
    </message>
    <message>
        <source>“{name}” does not have the length that was listed.</source>
        <translation>“{name}”的长度与列出的不一致。</translation>
    </message>
    <message>
        <source>Step {step} belongs to the parent of this picture.</source>
        <translation>第 {step} 步属于此图片的父图片。</translation>
    </message>
    <message>
        <source>Start the download again to go on where it stopped.</source>
        <translation>重新开始下载会从中断处继续。</translation>
    </message>
    <message>
        <source>Step {step} was not replayed.</source>
        <translation>第 {step} 步没有重放。</translation>
    </message>
    <message>
        <source>Styles were added to its prompt, which are not carried over.</source>
        <translation>它的提示词中加入了风格，此项不会沿用。</translation>
    </message>
    <message>
        <source>Take it out of the prompt.</source>
        <translation>请从提示词中删除它。</translation>
    </message>
    <message>
        <source>Take it out until it is there once.</source>
        <translation>请移除多余的，只保留一个。</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <translation>请移除它们。</translation>
    </message>
    <message>
        <source>The LoRA “{path}” asks for more than a LoRA: its setting “{name}” is not applied.</source>
        <translation>LoRA“{path}”要求的内容超出了 LoRA 的范围：不会应用其设置“{name}”。</translation>
    </message>
    <message>
        <source>The LoRAs that the prompt names are being looked for.</source>
        <translation>正在查找提示词中提到的 LoRA。</translation>
    </message>
    <message>
        <source>The NVIDIA driver does not tell which cards there are: {reason}.</source>
        <translation>NVIDIA 驱动程序没有提供显卡信息：{reason}。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is there (version {driver}), but no card.</source>
        <translation>已安装 NVIDIA 驱动程序（版本 {driver}），但没有找到显卡。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old: it is version {driver}, and “{card}” needs at least version {needed}.</source>
        <translation>NVIDIA 驱动程序太旧：当前版本为 {driver}，而“{card}”至少需要版本 {needed}。</translation>
    </message>
    <message>
        <source>The answer of {endpoint} makes no sense.</source>
        <translation>无法理解 {endpoint} 的回答。</translation>
    </message>
    <message>
        <source>The app starts with an empty one.</source>
        <translation>应用将使用空的列表启动。</translation>
    </message>
    <message>
        <source>The app starts with its defaults.</source>
        <translation>应用将使用默认设置启动。</translation>
    </message>
    <message>
        <source>The attention of this picture is no longer in memory.</source>
        <translation>内存中已没有此图片的注意力。</translation>
    </message>
    <message>
        <source>The best of these, and the slowest; for large cards and no business use.</source>
        <translation>其中质量最好，也最慢；需要大显存显卡，不可商用。</translation>
    </message>
    <message>
        <source>The connection broke off in the middle of “{name}”.</source>
        <translation>连接在传输“{name}”时中断。</translation>
    </message>
    <message>
        <source>The connection to {endpoint} failed: {reason}.</source>
        <translation>连接 {endpoint} 失败：{reason}。</translation>
    </message>
    <message>
        <source>The count is {count}; it must be between 1 and 1000.</source>
        <translation>数量为 {count}；必须介于 1 和 1000 之间。</translation>
    </message>
    <message>
        <source>The database gets their new places.</source>
        <translation>数据库会记录它们的新位置。</translation>
    </message>
    <message>
        <source>The database gets what is beside the pictures.</source>
        <translation>数据库会采用附属文件中的内容。</translation>
    </message>
    <message>
        <source>The database gets what the files say.</source>
        <translation>数据库会采用文件中的内容。</translation>
    </message>
    <message>
        <source>The database itself is damaged.</source>
        <translation>数据库本身已损坏。</translation>
    </message>
    <message>
        <source>The denoising could not be kept with the picture; the log has the details.</source>
        <translation>无法随图片保留去噪过程；详情见日志。</translation>
    </message>
    <message>
        <source>The denoising kept in “{path}” is damaged.</source>
        <translation>“{path}”中保留的去噪过程已损坏。</translation>
    </message>
    <message>
        <source>The denoising of this picture is no longer in memory.</source>
        <translation>内存中已没有此图片的去噪过程。</translation>
    </message>
    <message>
        <source>The denoising of this picture takes more memory than is set aside for it, so it cannot be looked into.</source>
        <translation>此图片的去噪过程所需的内存超过为其预留的内存，因此无法查看内部过程。</translation>
    </message>
    <message>
        <source>The denoising that this branch continues is not there.</source>
        <translation>此分支所接续的去噪过程不存在。</translation>
    </message>
    <message>
        <source>The denoising was not kept: its picture “{path}” is no longer there.</source>
        <translation>没有保留去噪过程：其图片“{path}”已不存在。</translation>
    </message>
    <message>
        <source>The denoising “{path}” could not be read: {reason}.</source>
        <translation>无法读取去噪过程“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>The denoising “{path}” takes more memory than is set aside for it.</source>
        <translation>去噪过程“{path}”所需的内存超过为其预留的内存。</translation>
    </message>
    <message>
        <source>The denoising “{path}” was written by a newer version of sdstudio.</source>
        <translation>去噪过程“{path}”由更新版本的 sdstudio 写入。</translation>
    </message>
    <message>
        <source>The disk is full: the gallery&apos;s database “{path}” could not be written.</source>
        <translation>磁盘已满：无法写入图库的数据库“{path}”。</translation>
    </message>
    <message>
        <source>The disk is full: “{path}” could not be written.</source>
        <translation>磁盘已满：无法写入“{path}”。</translation>
    </message>
    <message>
        <source>The download needs {missing} MB, and {free} MB are free at “{path}”.</source>
        <translation>下载需要 {missing} MB，而“{path}”的可用空间为 {free} MB。</translation>
    </message>
    <message>
        <source>The embedding “{word}” is called as a word that the model knows already.</source>
        <translation>嵌入“{word}”与模型已认识的词同名。</translation>
    </message>
    <message>
        <source>The ending of “{path}” is that of no animation.</source>
        <translation>“{path}”的扩展名不是动画格式。</translation>
    </message>
    <message>
        <source>The files for your graphics card (torch {found}) do not fit this version of the app, which needs torch {needed}; the processor is used.</source>
        <translation>显卡所用的文件（torch {found}）与此版本的应用不匹配，应用需要 torch {needed}；将使用处理器。</translation>
    </message>
    <message>
        <source>The files for your graphics card are damaged; the processor is used.</source>
        <translation>显卡所用的文件已损坏；将使用处理器。</translation>
    </message>
    <message>
        <source>The first that was published, for results as in early tutorials.</source>
        <translation>最早发布的版本，可得到与早期教程相同的结果。</translation>
    </message>
    <message>
        <source>The folder “{path}” is empty.</source>
        <translation>文件夹“{path}”是空的。</translation>
    </message>
    <message>
        <source>The gallery “{path}” was written by a newer version of sdstudio.</source>
        <translation>图库“{path}”由更新版本的 sdstudio 写入。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database was damaged. It is kept as “{path}”, and a new one is filled from the picture files.</source>
        <translation>图库的数据库已损坏。它保留为“{path}”，新的数据库会根据图片文件建立。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” could not be read or written: {reason}.</source>
        <translation>无法读取或写入图库的数据库“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” is damaged.</source>
        <translation>图库的数据库“{path}”已损坏。</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” is in use by another program.</source>
        <translation>图库的数据库“{path}”正被其他程序使用。</translation>
    </message>
    <message>
        <source>The guidance scale is {guidance}; it must be between 0 and {most}.</source>
        <translation>引导系数为 {guidance}；必须介于 0 和 {most} 之间。</translation>
    </message>
    <message>
        <source>The guidance scale must be a number.</source>
        <translation>引导系数必须是数字。</translation>
    </message>
    <message>
        <source>The guidance scale {value} is out of bounds; {taken} is taken.</source>
        <translation>引导系数 {value} 超出范围；改用 {taken}。</translation>
    </message>
    <message>
        <source>The hub does not tell the size and the checksum of “{name}” of “{repo_id}”.</source>
        <translation>Hub 没有给出“{repo_id}”中“{name}”的大小和校验和。</translation>
    </message>
    <message>
        <source>The library could not do this.</source>
        <translation>模型库无法完成此操作。</translation>
    </message>
    <message>
        <source>The list of models in “{path}” could not be read, so it is not changed.</source>
        <translation>无法读取“{path}”中的模型列表，因此没有更改它。</translation>
    </message>
    <message>
        <source>The list of words that the model knows, in “{path}”, is damaged.</source>
        <translation>“{path}”中模型认识的词的列表已损坏。</translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation>详情见日志。</translation>
    </message>
    <message>
        <source>The log has the details; the app goes on.</source>
        <translation>详情见日志；应用会继续运行。</translation>
    </message>
    <message>
        <source>The metadata does not give the guidance scale; 7 is taken.</source>
        <translation>元数据中没有引导系数；采用 7。</translation>
    </message>
    <message>
        <source>The metadata does not give the {name}; {taken} is taken.</source>
        <translation>元数据中没有{name}；采用 {taken}。</translation>
    </message>
    <message>
        <source>The metadata does not name a model.</source>
        <translation>元数据中没有模型名称。</translation>
    </message>
    <message>
        <source>The metadata does not name a sampler; {taken} is taken.</source>
        <translation>元数据中没有采样器名称；采用 {taken}。</translation>
    </message>
    <message>
        <source>The model gave no picture: its result is not a number (NaN).</source>
        <translation>模型没有给出图片：结果不是数值（NaN）。</translation>
    </message>
    <message>
        <source>The model is incomplete: “{index}” does not list weight files that are there.</source>
        <translation>模型不完整：“{index}”列出的权重文件不存在。</translation>
    </message>
    <message>
        <source>The model is incomplete: “{path}” holds no weights.</source>
        <translation>模型不完整：“{path}”中没有权重。</translation>
    </message>
    <message>
        <source>The model is incomplete: “{path}” is missing.</source>
        <translation>模型不完整：缺少“{path}”。</translation>
    </message>
    <message>
        <source>The model of most tutorials; runs on small cards, and add-ons are plenty.</source>
        <translation>大多数教程使用的模型；小显存显卡也能运行，附加组件丰富。</translation>
    </message>
    <message>
        <source>The model works without it; to have its suggestions back, install the app again.</source>
        <translation>没有它模型也能运行；要恢复建议，请重新安装应用。</translation>
    </message>
    <message>
        <source>The model “{path}” has no part called “{name}”.</source>
        <translation>模型“{path}”没有名为“{name}”的部件。</translation>
    </message>
    <message>
        <source>The model “{path}” is incomplete: its “{name}” is missing.</source>
        <translation>模型“{path}”不完整：缺少“{name}”。</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>无法加载模型的“{name}”：其文件已损坏或互不匹配（{kind}）。</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” is incomplete: {count} of its weights are missing, “{first}” among them.</source>
        <translation>模型的“{name}”不完整：缺失 {count} 个权重，其中包括“{first}”。</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” is incomplete: “{path}” is missing.</source>
        <translation>模型的“{name}”不完整：缺少“{path}”。</translation>
    </message>
    <message>
        <source>The name of the folder “{path}” is not valid Unicode text.</source>
        <translation>文件夹“{path}”的名称不是有效的 Unicode 文本。</translation>
    </message>
    <message>
        <source>The name of the pictures folder “{path}” is not valid Unicode text.</source>
        <translation>图片文件夹“{path}”的名称不是有效的 Unicode 文本。</translation>
    </message>
    <message>
        <source>The nearest is {nearest}.</source>
        <translation>最接近的值为 {nearest}。</translation>
    </message>
    <message>
        <source>The other part does not fit into the memory of {device} beside the model.</source>
        <translation>{device} 的内存无法同时容纳模型和替换的部件。</translation>
    </message>
    <message>
        <source>The parts of “{name}” do not make a {pipeline_class} ({kind}).</source>
        <translation>“{name}”的各部件无法组成 {pipeline_class}（{kind}）。</translation>
    </message>
    <message>
        <source>The path of the {what} holds characters that are not valid Unicode text.</source>
        <translation>{what}的路径含有无效的 Unicode 字符。</translation>
    </message>
    <message>
        <source>The picture and its animation cannot both be “{path}”.</source>
        <translation>图片和动画不能都是“{path}”。</translation>
    </message>
    <message>
        <source>The picture is too small: {width} × {height} pixels.</source>
        <translation>图片太小：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>The picture that this one branches from is not in the gallery any more.</source>
        <translation>此图片分支前的图片已不在图库中。</translation>
    </message>
    <message>
        <source>The picture was decoded again in full precision.</source>
        <translation>图片已用全精度重新解码。</translation>
    </message>
    <message>
        <source>The picture “{name}” is too small: {width} × {height} pixels.</source>
        <translation>图片“{name}”太小：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>The picture “{path}” is damaged, or no PNG, JPEG or WebP file.</source>
        <translation>图片“{path}”已损坏，或不是 PNG、JPEG 或 WebP 文件。</translation>
    </message>
    <message>
        <source>The picture “{path}” is damaged, or of no kind that can be read.</source>
        <translation>图片“{path}”已损坏，或属于无法读取的类型。</translation>
    </message>
    <message>
        <source>The picture “{path}” is not there.</source>
        <translation>图片“{path}”不存在。</translation>
    </message>
    <message>
        <source>The picture “{path}” is too large to be opened safely.</source>
        <translation>图片“{path}”太大，无法安全打开。</translation>
    </message>
    <message>
        <source>The processor is used as before.</source>
        <translation>仍使用处理器。</translation>
    </message>
    <message>
        <source>The prompt has no token {token}.</source>
        <translation>提示词中没有词元 {token}。</translation>
    </message>
    <message>
        <source>The quality is {quality}; it must be between 1 and 100.</source>
        <translation>质量为 {quality}；必须介于 1 和 100 之间。</translation>
    </message>
    <message>
        <source>The rating is {rating}; it must be between 0 and {most}.</source>
        <translation>评分为 {rating}；必须介于 0 和 {most} 之间。</translation>
    </message>
    <message>
        <source>The replay kept no maps: the picture is too large.</source>
        <translation>重放没有保留注意力图：图片太大。</translation>
    </message>
    <message>
        <source>The safety checker that came with this model replaced the picture by a black one.</source>
        <translation>此模型附带的安全检查器将图片替换成了黑图。</translation>
    </message>
    <message>
        <source>The scheduler {scheduler} does not fit this kind of model.</source>
        <translation>调度器 {scheduler} 不适合这类模型。</translation>
    </message>
    <message>
        <source>The sdstudio that is running cannot open files for another.</source>
        <translation>正在运行的 sdstudio 无法替另一个打开文件。</translation>
    </message>
    <message>
        <source>The search of the hub failed.</source>
        <translation>搜索 Hub 失败。</translation>
    </message>
    <message>
        <source>The settings in the LoRA “{path}” make no sense.</source>
        <translation>LoRA“{path}”中的设置无效。</translation>
    </message>
    <message>
        <source>The settings that {program} wrote could not be read.</source>
        <translation>无法读取 {program} 写入的参数。</translation>
    </message>
    <message>
        <source>The size is that of the picture.</source>
        <translation>采用图片本身的尺寸。</translation>
    </message>
    <message>
        <source>The starter model is part of the app and stays.</source>
        <translation>入门模型是应用的一部分，会一直保留。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: {reason}.</source>
        <translation>无法使用系统的密钥环：{reason}。</translation>
    </message>
    <message>
        <source>The tiny autoencoder does not fit into the memory of {device} beside the model.</source>
        <translation>{device} 的内存无法同时容纳模型和微型自编码器。</translation>
    </message>
    <message>
        <source>The tiny autoencoder is incomplete: “{path}” is missing.</source>
        <translation>微型自编码器不完整：缺少“{path}”。</translation>
    </message>
    <message>
        <source>The tiny autoencoder “{path}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>无法加载微型自编码器“{path}”：其文件已损坏或互不匹配（{kind}）。</translation>
    </message>
    <message>
        <source>The tiny autoencoder “{path}” is incomplete: {count} of its weights are missing, “{first}” among them.</source>
        <translation>微型自编码器“{path}”不完整：缺失 {count} 个权重，其中包括“{first}”。</translation>
    </message>
    <message>
        <source>The token would travel unencrypted to “{endpoint}”.</source>
        <translation>访问令牌将以未加密的方式发送到“{endpoint}”。</translation>
    </message>
    <message>
        <source>The tokenizer of this model does not tell its tokens.</source>
        <translation>此模型的分词器不提供其词元。</translation>
    </message>
    <message>
        <source>The tokenizer of this model is of a kind that does not tell its tokens.</source>
        <translation>此模型的分词器属于不提供词元的类型。</translation>
    </message>
    <message>
        <source>The weight in “{tag}” is not one number.</source>
        <translation>“{tag}”中的权重不是一个数字。</translation>
    </message>
    <message>
        <source>The weight of a LoRA must be a number.</source>
        <translation>LoRA 的权重必须是数字。</translation>
    </message>
    <message>
        <source>The weight of the LoRA “{name}” is {weight}; it must be between -{most} and {most}.</source>
        <translation>LoRA“{name}”的权重为 {weight}；必须介于 -{most} 和 {most} 之间。</translation>
    </message>
    <message>
        <source>The {name} could not be read.</source>
        <translation>无法读取{name}。</translation>
    </message>
    <message>
        <source>The {name} has {count} characters; at most {most} are accepted.</source>
        <translation>{name}有 {count} 个字符；最多接受 {most} 个。</translation>
    </message>
    <message>
        <source>The {name} holds characters that are not valid Unicode text.</source>
        <translation>{name}含有无效的 Unicode 字符。</translation>
    </message>
    <message>
        <source>The {name} is cut off after {most} characters.</source>
        <translation>{name}在 {most} 个字符后被截断。</translation>
    </message>
    <message>
        <source>The {name} is {value}; it must be between {least} and {most}.</source>
        <translation>{name}为 {value}；必须介于 {least} 和 {most} 之间。</translation>
    </message>
    <message>
        <source>The {name} make no sense.</source>
        <translation>{name} 无效。</translation>
    </message>
    <message>
        <source>The {name} must be a number.</source>
        <translation>{name}必须是数字。</translation>
    </message>
    <message>
        <source>The {name} must be a whole number.</source>
        <translation>{name}必须是整数。</translation>
    </message>
    <message>
        <source>The {name} {value} is out of bounds; {taken} is taken.</source>
        <translation>{name} {value} 超出范围；改用 {taken}。</translation>
    </message>
    <message>
        <source>The {name} “{value}” is no number; {taken} is taken.</source>
        <translation>{name}“{value}”不是数字；改用 {taken}。</translation>
    </message>
    <message>
        <source>The {what} has no usable path.</source>
        <translation>{what}没有可用的路径。</translation>
    </message>
    <message>
        <source>The {what} has {total} tokens and this model reads {most}: everything after “…{end}” was ignored.</source>
        <translation>{what}有 {total} 个词元，而此模型只读取 {most} 个：“…{end}”之后的内容已被忽略。</translation>
    </message>
    <message>
        <source>The {what} was damaged. It is kept as “{path}”.</source>
        <translation>{what}已损坏。它保留为“{path}”。</translation>
    </message>
    <message>
        <source>The {what} “{name}” is there {count} times.</source>
        <translation>{what}“{name}”出现了 {count} 次。</translation>
    </message>
    <message>
        <source>The {what} “{path}” could not be read ({reason}).</source>
        <translation>无法读取{what}“{path}”（{reason}）。</translation>
    </message>
    <message>
        <source>The {what} “{path}” does not fit this model: its layers have other names or shapes.</source>
        <translation>{what}“{path}”不适合此模型：其各层的名称或形状不同。</translation>
    </message>
    <message>
        <source>The {what} “{path}” is for {theirs}, and the model is {own}.</source>
        <translation>{what}“{path}”适用于 {theirs}，而模型是 {own}。</translation>
    </message>
    <message>
        <source>The {what} “{path}” is not there.</source>
        <translation>{what}“{path}”不存在。</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>无法加载“{path}”中的“{name}”：其文件已损坏或互不匹配（{kind}）。</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” does not fit this model: its {key} is {theirs}, and the model needs {own}.</source>
        <translation>“{path}”中的“{name}”不适合此模型：其 {key} 为 {theirs}，而模型需要 {own}。</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” does not fit this model: of its weights, {count} are missing or of another size, “{first}” among them.</source>
        <translation>“{path}”中的“{name}”不适合此模型：其权重中有 {count} 个缺失或大小不同，其中包括“{first}”。</translation>
    </message>
    <message>
        <source>Their pictures are left as they are.</source>
        <translation>其中的图片保持不变。</translation>
    </message>
    <message>
        <source>There are no pictures to put on a sheet.</source>
        <translation>没有可放入总览图的图片。</translation>
    </message>
    <message>
        <source>There are no steps to show.</source>
        <translation>没有可显示的步。</translation>
    </message>
    <message>
        <source>There are {count} LoRAs called “{name}”, among them “{first}” and “{second}”.</source>
        <translation>有 {count} 个名为“{name}”的 LoRA，其中包括“{first}”和“{second}”。</translation>
    </message>
    <message>
        <source>There are {count} files of the kind “{what}”; at most {most} are accepted.</source>
        <translation>有 {count} 个“{what}”类型的文件；最多接受 {most} 个。</translation>
    </message>
    <message>
        <source>There is a collection “{name}” already.</source>
        <translation>已有合集“{name}”。</translation>
    </message>
    <message>
        <source>There is no LoRA called “{name}” in your folders of models.</source>
        <translation>模型文件夹中没有名为“{name}”的 LoRA。</translation>
    </message>
    <message>
        <source>There is no animation: the denoising could not be kept in memory.</source>
        <translation>没有动画：无法在内存中保留去噪过程。</translation>
    </message>
    <message>
        <source>There is no build of torch {version} for “{card}” at {endpoint}.</source>
        <translation>{endpoint} 上没有适用于“{card}”的 torch {version}。</translation>
    </message>
    <message>
        <source>There is no collection “{name}”.</source>
        <translation>没有合集“{name}”。</translation>
    </message>
    <message>
        <source>There is no cross-attention layer {layer}.</source>
        <translation>没有交叉注意力层 {layer}。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>没有文件夹“{path}”。</translation>
    </message>
    <message>
        <source>There is no model at “{path}”.</source>
        <translation>“{path}”处没有模型。</translation>
    </message>
    <message>
        <source>There is no model “{name}”.</source>
        <translation>没有模型“{name}”。</translation>
    </message>
    <message>
        <source>There is no model “{repo_id}” at {endpoint}, or it is private.</source>
        <translation>{endpoint} 上没有模型“{repo_id}”，或它是私有的。</translation>
    </message>
    <message>
        <source>There is no noise schedule called “{name}”.</source>
        <translation>没有名为“{name}”的噪声调度。</translation>
    </message>
    <message>
        <source>There is no picture {id} in the gallery.</source>
        <translation>图库中没有图片 {id}。</translation>
    </message>
    <message>
        <source>There is no scheduler called “{scheduler}”.</source>
        <translation>没有名为“{scheduler}”的调度器。</translation>
    </message>
    <message>
        <source>There is no scheduler “{name}” here; {nearest} comes nearest.</source>
        <translation>这里没有调度器“{name}”；最接近的是 {nearest}。</translation>
    </message>
    <message>
        <source>There is no step {step} in this denoising.</source>
        <translation>此去噪过程中没有第 {step} 步。</translation>
    </message>
    <message>
        <source>There is no step {step}: this picture is made in {steps}.</source>
        <translation>没有第 {step} 步：生成此图片用了 {steps}。</translation>
    </message>
    <message>
        <source>There is no timestep {timestep}.</source>
        <translation>没有时间步 {timestep}。</translation>
    </message>
    <message>
        <source>There is no unfinished download of “{repo_id}”.</source>
        <translation>没有“{repo_id}”的未完成下载。</translation>
    </message>
    <message>
        <source>There is not enough memory on {device} to look inside.</source>
        <translation>{device} 的内存不足，无法查看内部过程。</translation>
    </message>
    <message>
        <source>There is nothing at “{path}”.</source>
        <translation>“{path}”处没有任何内容。</translation>
    </message>
    <message>
        <source>There is nothing to fetch.</source>
        <translation>无需获取任何内容。</translation>
    </message>
    <message>
        <source>These are too many files at once.</source>
        <translation>一次打开的文件太多。</translation>
    </message>
    <message>
        <source>These end in .ckpt, .pt, .pth or .bin.</source>
        <translation>这类文件以 .ckpt、.pt、.pth 或 .bin 结尾。</translation>
    </message>
    <message>
        <source>These settings are incomplete: there is no prompt.</source>
        <translation>这些参数不完整：没有提示词。</translation>
    </message>
    <message>
        <source>These settings are not a JSON object.</source>
        <translation>这些参数不是 JSON 对象。</translation>
    </message>
    <message>
        <source>These settings are not valid JSON.</source>
        <translation>这些参数不是有效的 JSON。</translation>
    </message>
    <message>
        <source>These two pictures were made by models whose latents are of different kinds.</source>
        <translation>生成这两张图片的模型使用不同种类的潜变量。</translation>
    </message>
    <message>
        <source>They are deleted.</source>
        <translation>将被删除。</translation>
    </message>
    <message>
        <source>They are written beside the pictures, where the folders allow it.</source>
        <translation>在文件夹允许的情况下，写入图片旁的附属文件。</translation>
    </message>
    <message>
        <source>They come into the gallery.</source>
        <translation>将加入图库。</translation>
    </message>
    <message>
        <source>They leave the gallery; what is in the trash stays known.</source>
        <translation>将从图库中移除；回收站中的图片仍保留记录。</translation>
    </message>
    <message>
        <source>They stay known, for when the files come back.</source>
        <translation>记录会保留，以备文件恢复。</translation>
    </message>
    <message>
        <source>They stay where they are, for when their pictures come back.</source>
        <translation>保留在原位置，以备图片恢复。</translation>
    </message>
    <message>
        <source>They stay where they are; bring them back from a backup.</source>
        <translation>保留在原位置；请从备份中恢复。</translation>
    </message>
    <message>
        <source>They stay where they are; move them away to have new ones written.</source>
        <translation>保留在原位置；将其移走后会写入新文件。</translation>
    </message>
    <message>
        <source>This denoising was made with another model than “{model}” is now.</source>
        <translation>此去噪过程是用另一个模型生成的，而不是现在的“{model}”。</translation>
    </message>
    <message>
        <source>This denoising was made with other LoRAs, embeddings or parts than are there now.</source>
        <translation>生成此去噪过程时使用的 LoRA、嵌入或部件与现在不同。</translation>
    </message>
    <message>
        <source>This is a flow model: it goes from noise to picture in a straight line, so there are no betas that could be replaced.</source>
        <translation>这是流模型：它沿直线从噪声走向图片，因此没有可以替换的 beta。</translation>
    </message>
    <message>
        <source>This model has no VAE: its network works on the pixels themselves.</source>
        <translation>此模型没有 VAE：它的网络直接处理像素。</translation>
    </message>
    <message>
        <source>This model has no cross-attention that can be shown.</source>
        <translation>此模型没有可以显示的交叉注意力。</translation>
    </message>
    <message>
        <source>This model is a transformer: it reads words and picture in one joint attention, and has no cross-attention layers as a UNet has them.</source>
        <translation>此模型是 Transformer：它用同一个联合注意力读取词和图片，没有 UNet 那样的交叉注意力层。</translation>
    </message>
    <message>
        <source>This model makes grey pictures, and noise is added to coloured ones here.</source>
        <translation>此模型生成灰度图片，而这里是给彩色图片加噪声。</translation>
    </message>
    <message>
        <source>This model reads no negative prompt, so it had no effect.</source>
        <translation>此模型不读反向提示词，因此它没有起作用。</translation>
    </message>
    <message>
        <source>This model reads no prompt, so it had no effect.</source>
        <translation>此模型不读提示词，因此它没有起作用。</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so no pixel attends to words.</source>
        <translation>此模型不读提示词：它自行画出训练过的内容，因此没有像素会关注词。</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so there are no hidden states of words.</source>
        <translation>此模型不读提示词：它自行画出训练过的内容，因此没有词的隐藏状态。</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so there is nothing that could guide it.</source>
        <translation>此模型不读提示词：它自行画出训练过的内容，因此没有可以引导它的内容。</translation>
    </message>
    <message>
        <source>This model takes no LoRAs.</source>
        <translation>此模型不支持 LoRA。</translation>
    </message>
    <message>
        <source>This model takes no textual inversions, and “{word}” in the prompt is one.</source>
        <translation>此模型不支持文本反转，而提示词中的“{word}”属于文本反转。</translation>
    </message>
    <message>
        <source>This model was distilled: its network is told the guidance scale and gives one answer, not one without and one with the prompt.</source>
        <translation>此模型经过蒸馏：它的网络直接接收引导系数并给出一个回答，而不是不带和带提示词各一个。</translation>
    </message>
    <message>
        <source>This model&apos;s VAE gives latents, not a distribution of them, and reads pictures otherwise than this pane does.</source>
        <translation>此模型的 VAE 给出的是潜变量本身，而不是其分布，读取图片的方式也与此窗格不同。</translation>
    </message>
    <message>
        <source>This model&apos;s network gives one answer, not two.</source>
        <translation>此模型的网络只给出一个回答，而不是两个。</translation>
    </message>
    <message>
        <source>This pane knows the inner flow of Stable Diffusion, SDXL, SD 3 and FLUX; that of a {kind} is another. Its steps, its schedule and its parts can be seen.</source>
        <translation>此窗格了解 Stable Diffusion、SDXL、SD 3 和 FLUX 的内部流程；{kind} 的流程与它们不同。可以查看它的步、调度和部件。</translation>
    </message>
    <message>
        <source>This picture is no longer in the gallery.</source>
        <translation>此图片已不在图库中。</translation>
    </message>
    <message>
        <source>This search has more than {most} words.</source>
        <translation>此搜索超过 {most} 个词。</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>This would move “{path}” to the trash ({size}{uses}).</source>
        <translation>这将把“{path}”移到回收站（{size}{uses}）。</translation>
    </message>
    <message>
        <source>Thumbnails of pictures that are not there.</source>
        <translation>图片不存在的缩略图。</translation>
    </message>
    <message>
        <source>Try a lower guidance scale, another scheduler or another model.</source>
        <translation>请尝试更低的引导系数、其他调度器或其他模型。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Try again later. Start the download again to go on where it stopped.</source>
        <translation>请稍后重试。重新开始下载会从中断处继续。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Twelve billion parameters, distilled to four steps; wants a large card.</source>
        <translation>120 亿参数，蒸馏为 4 步；需要大显存显卡。</translation>
    </message>
    <message>
        <source>Type at least one letter.</source>
        <translation>请至少输入一个字。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>Unset it to download models.</source>
        <translation>要下载模型，请取消设置该变量。</translation>
    </message>
    <message>
        <source>Use a copy in the safetensors format, or have this one converted: “sdstudio models convert” and File → Open do that, and read nothing but numbers.</source>
        <translation>请使用 safetensors 格式的副本，或转换此文件：“sdstudio models convert”和“文件 → 打开”都可以转换，而且只读取数值。</translation>
    </message>
    <message>
        <source>Use a copy in the safetensors format.</source>
        <translation>请使用 safetensors 格式的副本。</translation>
    </message>
    <message>
        <source>Use a copy of the model in the safetensors format, from somebody you trust.</source>
        <translation>请使用可信来源提供的 safetensors 格式的模型。</translation>
    </message>
    <message>
        <source>Use a copy with safetensors weights.</source>
        <translation>请使用带有 safetensors 权重的副本。</translation>
    </message>
    <message>
        <source>Use a diffusers model with safetensors weights.</source>
        <translation>请使用带有 safetensors 权重的 diffusers 模型。</translation>
    </message>
    <message>
        <source>Use a model in the safetensors format.</source>
        <translation>请使用 safetensors 格式的模型。</translation>
    </message>
    <message>
        <source>Use a model that makes pictures from a prompt alone.</source>
        <translation>请使用只凭提示词就能生成图片的模型。</translation>
    </message>
    <message>
        <source>Use an https address, or no token.</source>
        <translation>请使用 https 地址，或不使用访问令牌。</translation>
    </message>
    <message>
        <source>Use another copy of the model.</source>
        <translation>请使用该模型的其他副本。</translation>
    </message>
    <message>
        <source>Use another hub, or download the model by other means.</source>
        <translation>请使用其他 Hub，或以其他方式下载模型。</translation>
    </message>
    <message>
        <source>Use another index.</source>
        <translation>请使用其他索引。</translation>
    </message>
    <message>
        <source>Use another index; see the documentation of the GPU.</source>
        <translation>请使用其他索引；参见有关 GPU 的文档。</translation>
    </message>
    <message>
        <source>Use cpu, cuda, cuda:1 or mps, or leave it empty.</source>
        <translation>请使用 cpu、cuda、cuda:1 或 mps，或将其留空。</translation>
    </message>
    <message>
        <source>Use that version to look inside; the picture itself is unharmed.</source>
        <translation>请用该版本查看内部过程；图片本身没有受损。</translation>
    </message>
    <message>
        <source>Usual values are 3 to 12.</source>
        <translation>常用值为 3 到 12。</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or end it.</source>
        <translation>请稍候重试，或结束它。</translation>
    </message>
    <message>
        <source>Wait a moment, or choose a model.</source>
        <translation>请稍候，或选择模型。</translation>
    </message>
    <message>
        <source>Wait for that download, or stop it.</source>
        <translation>请等待该下载完成，或将其停止。</translation>
    </message>
    <message>
        <source>What is to be added to the model does not fit into the memory of {device}.</source>
        <translation>要附加到模型的内容超出 {device} 的内存。</translation>
    </message>
    <message>
        <source>What these settings add to the model makes no sense.</source>
        <translation>这些参数中附加到模型的内容无效。</translation>
    </message>
    <message>
        <source>What was given as a token is none.</source>
        <translation>输入的内容不是访问令牌。</translation>
    </message>
    <message>
        <source>With an NVIDIA card, install its driver and start the app again. Cards of other makers cannot be used yet.</source>
        <translation>如果有 NVIDIA 显卡，请安装其驱动程序，然后重新启动应用。暂不支持其他厂商的显卡。</translation>
    </message>
    <message>
        <source>Write it as in &lt;lora:{name}:0.8&gt;.</source>
        <translation>请写成 &lt;lora:{name}:0.8&gt; 的形式。</translation>
    </message>
    <message>
        <source>Write it as owner/name, as in stable-diffusion-v1-5/stable-diffusion-v1-5.</source>
        <translation>请写成“所有者/名称”，例如 stable-diffusion-v1-5/stable-diffusion-v1-5。</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>请写成 {example} 的形式。</translation>
    </message>
    <message>
        <source>You are offline by choice: nothing is asked of {endpoint}.</source>
        <translation>已设为离线：不会访问 {endpoint}。</translation>
    </message>
    <message>
        <source>a LoRA</source>
        <translation>一个 LoRA</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>一个 VAE</translation>
    </message>
    <message>
        <source>a textual inversion</source>
        <translation>一个文本反转</translation>
    </message>
    <message>
        <source>a very large number</source>
        <translation>一个非常大的数</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>ffmpeg could not make an MP4 file of these steps.</source>
        <translation>ffmpeg 无法将这些步制成 MP4 文件。</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>it does not say that its pictures are squares, and how large</source>
        <translation>它没有说明图片是正方形以及有多大</translation>
    </message>
    <message>
        <source>it failed ({kind})</source>
        <translation>操作失败（{kind}）</translation>
    </message>
    <message>
        <source>it has to be told a class to make a picture of</source>
        <translation>需要告诉它要生成哪一类图片</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>it is not what it was when it was first verified</source>
        <translation>与首次校验时不同</translation>
    </message>
    <message>
        <source>it is not what was downloaded</source>
        <translation>与下载时不同</translation>
    </message>
    <message>
        <source>it keeps nothing</source>
        <translation>无法保存任何内容</translation>
    </message>
    <message>
        <source>list of models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>反向提示词</translation>
    </message>
    <message>
        <source>number of steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>sdstudio is running already but does not answer.</source>
        <translation>sdstudio 已在运行，但没有响应。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>settings file</source>
        <translation>设置文件</translation>
    </message>
    <message>
        <source>something else lies there by now</source>
        <translation>原位置已被其他文件占用</translation>
    </message>
    <message>
        <source>step to branch from</source>
        <translation>分支起始步</translation>
    </message>
    <message>
        <source>the denoiser of a model without its other parts</source>
        <translation>缺少其他部件的模型去噪器</translation>
    </message>
    <message>
        <source>there is none on this system</source>
        <translation>此系统没有密钥环</translation>
    </message>
    <message>
        <source>this is only possible in the system&apos;s file manager</source>
        <translation>只能在系统的文件管理器中进行</translation>
    </message>
    <message>
        <source>torch as it came with this installation ({version}) can use NVIDIA cards already.</source>
        <translation>此安装自带的 torch（{version}）已可使用 NVIDIA 显卡。</translation>
    </message>
    <message>
        <source>torch for your graphics card ({version}) did not start the last time; the processor is used.</source>
        <translation>显卡所用的 torch（{version}）上次未能启动；将使用处理器。</translation>
    </message>
    <message>
        <source>torch for your graphics card could not be started: {reason}.</source>
        <translation>无法启动显卡所用的 torch：{reason}。</translation>
    </message>
    <message>
        <source>torch for your graphics card did not start within {seconds} seconds.</source>
        <translation>显卡所用的 torch 未能在 {seconds} 秒内启动。</translation>
    </message>
    <message>
        <source>torch for your graphics card does not work on this computer: {reason}.</source>
        <translation>显卡所用的 torch 无法在此电脑上运行：{reason}。</translation>
    </message>
    <message>
        <source>torch for your graphics card ended while it was starting (code {code}).</source>
        <translation>显卡所用的 torch 在启动时退出（代码 {code}）。</translation>
    </message>
    <message>
        <source>torch&apos;s build for your graphics card needs “{what}”, which is not to be had.</source>
        <translation>显卡所用的 torch 需要“{what}”，但无法获得它。</translation>
    </message>
    <message>
        <source>what its network takes and gives are not plain pixels</source>
        <translation>它的网络输入和输出的不是普通像素</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>{count} of the pictures could not be read, “{path}” for one.</source>
        <translation>有 {count} 张图片无法读取，例如“{path}”。</translation>
    </message>
    <message>
        <source>{count} samplers made it; the settings are those of the first.</source>
        <translation>它由 {count} 个采样器生成；参数取自第一个。</translation>
    </message>
    <message>
        <source>{endpoint} did not answer the question (its answer was {status}).</source>
        <translation>{endpoint} 没有回答请求（返回 {status}）。</translation>
    </message>
    <message>
        <source>{endpoint} does not accept the token.</source>
        <translation>{endpoint} 不接受此访问令牌。</translation>
    </message>
    <message>
        <source>{endpoint} has too much to do, or is broken (its answer was {status}).</source>
        <translation>{endpoint} 过于繁忙或出现故障（返回 {status}）。</translation>
    </message>
    <message>
        <source>{endpoint} refused the download (its answer was {status}).</source>
        <translation>{endpoint} 拒绝了下载（返回 {status}）。</translation>
    </message>
    <message>
        <source>{endpoint} sends whole files only, so nobody can say what would be fetched.</source>
        <translation>{endpoint} 只提供整个文件，因此无法预知需要获取哪些内容。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{gone} of {pictures} pictures would leave the gallery, since their files are gone. Nothing was changed.</source>
        <translation>{pictures} 张图片中有 {gone} 张因文件缺失将从图库中移除。没有改动任何内容。</translation>
    </message>
    <message>
        <source>{kind} makes no picture in {steps} step.</source>
        <translation>{kind} 用 {steps} 步无法生成图片。</translation>
    </message>
    <message>
        <source>{name} must be text.</source>
        <translation>{name} 必须是文本。</translation>
    </message>
    <message>
        <source>{scheduler} cannot make a picture in {steps} steps.</source>
        <translation>{scheduler} 用 {steps} 步无法生成图片。</translation>
    </message>
    <message>
        <source>{variable} is “{wish}”, but this computer has no such device.</source>
        <translation>{variable} 的值为“{wish}”，但此电脑没有这个设备。</translation>
    </message>
    <message>
        <source>{variable} is “{wish}”, which is no device.</source>
        <translation>{variable} 的值为“{wish}”，这不是设备。</translation>
    </message>
    <message>
        <source>“Use my GPU” in the menu Generate tries it again or removes it.</source>
        <translation>可通过“生成”菜单中的“使用我的 GPU”再次尝试或将其移除。</translation>
    </message>
    <message>
        <source>“sdstudio gallery list” tells which there are.</source>
        <translation>用“sdstudio gallery list”可查看有哪些图片。</translation>
    </message>
    <message>
        <source>“sdstudio gallery rebuild” makes a new one from the files.</source>
        <translation>“sdstudio gallery rebuild”会根据文件建立新的数据库。</translation>
    </message>
    <message>
        <source>“sdstudio models downloads” tells which there are.</source>
        <translation>用“sdstudio models downloads”可查看有哪些下载。</translation>
    </message>
    <message>
        <source>“sdstudio models list --json” tells which are.</source>
        <translation>用“sdstudio models list --json”可查看有哪些文件夹。</translation>
    </message>
    <message>
        <source>“sdstudio models list” tells which there are.</source>
        <translation>用“sdstudio models list”可查看有哪些模型。</translation>
    </message>
    <message>
        <source>“{card}” is too old for this version of torch.</source>
        <translation>“{card}”太旧，此版本的 torch 不支持。</translation>
    </message>
    <message>
        <source>“{endpoint}” is no address of a hub.</source>
        <translation>“{endpoint}”不是 Hub 的地址。</translation>
    </message>
    <message>
        <source>“{index}” names a weight file outside its own folder: “{name}”.</source>
        <translation>“{index}”引用了自身文件夹之外的权重文件：“{name}”。</translation>
    </message>
    <message>
        <source>“{model}” cannot be run with the scheduler {scheduler}.</source>
        <translation>“{model}”无法配合调度器 {scheduler} 运行。</translation>
    </message>
    <message>
        <source>“{model}” has no part called “{name}” that could be swapped.</source>
        <translation>“{model}”没有名为“{name}”的可替换部件。</translation>
    </message>
    <message>
        <source>“{model}” is a {kind}, which needs a picture besides the prompt; this version makes pictures from words alone.</source>
        <translation>“{model}”是 {kind}，除提示词外还需要图片；此版本只凭文字生成图片。</translation>
    </message>
    <message>
        <source>“{model}” is a {kind}, which this version cannot run.</source>
        <translation>“{model}”是此版本无法运行的 {kind}。</translation>
    </message>
    <message>
        <source>“{model}” reads no prompt, so it has no tokens.</source>
        <translation>“{model}”不读提示词，因此没有词元。</translation>
    </message>
    <message>
        <source>“{name}” arrived damaged: its checksum is not the one listed.</source>
        <translation>“{name}”下载后已损坏：校验和与列出的不一致。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>无法读取“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of {device}.</source>
        <translation>“{name}”超出 {device} 的内存。</translation>
    </message>
    <message>
        <source>“{name}” does not say which kind of Stable Diffusion 2 it is; it was taken for the one of {side} pixels. If its pictures are only noise, put the .yaml file that came with it beside it.</source>
        <translation>“{name}”没有说明是哪一种 Stable Diffusion 2；已按 {side} 像素的版本处理。如果图片全是噪声，请将随它提供的 .yaml 文件放在它旁边。</translation>
    </message>
    <message>
        <source>“{name}” holds a file that would lie outside its own folder: “{path}”.</source>
        <translation>“{name}”包含一个会位于自身文件夹之外的文件：“{path}”。</translation>
    </message>
    <message>
        <source>“{name}” holds far more than such a file should.</source>
        <translation>“{name}”的内容远多于此类文件应有的内容。</translation>
    </message>
    <message>
        <source>“{name}” is being downloaded already.</source>
        <translation>“{name}”已在下载中。</translation>
    </message>
    <message>
        <source>“{name}” is damaged: it does not hold what its own list says.</source>
        <translation>“{name}”已损坏：内容与其自身的列表不一致。</translation>
    </message>
    <message>
        <source>“{name}” is far larger than such a file should be.</source>
        <translation>“{name}”远大于此类文件应有的大小。</translation>
    </message>
    <message>
        <source>“{name}” is listed, but not there.</source>
        <translation>“{name}”虽在列表中，但并不存在。</translation>
    </message>
    <message>
        <source>“{name}” is neither a path nor a model that has been downloaded.</source>
        <translation>“{name}”既不是路径，也不是已下载的模型。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be read; it may be damaged.</source>
        <translation>“{name}”不是可以读取的图片；它可能已损坏。</translation>
    </message>
    <message>
        <source>“{name}” is the name of {count} models.</source>
        <translation>有 {count} 个模型名为“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is too large: at most {pixels} million pixels are read.</source>
        <translation>“{name}”太大：最多读取 {pixels} 百万像素。</translation>
    </message>
    <message>
        <source>“{name}” of “{repo_id}” is damaged.</source>
        <translation>“{repo_id}”的“{name}”已损坏。</translation>
    </message>
    <message>
        <source>“{name}” of “{repo_id}” is listed, but not there.</source>
        <translation>“{repo_id}”的“{name}”虽在列表中，但并不存在。</translation>
    </message>
    <message>
        <source>“{path}” asks for “{library}.{class_name}”, which is no model class.</source>
        <translation>“{path}”要求使用“{library}.{class_name}”，它不是模型类。</translation>
    </message>
    <message>
        <source>“{path}” cannot be shown: the file is missing or damaged.</source>
        <translation>无法显示“{path}”：文件缺失或已损坏。</translation>
    </message>
    <message>
        <source>“{path}” changes a model in a way that this version cannot apply ({kind}).</source>
        <translation>“{path}”改动模型的方式是此版本无法应用的（{kind}）。</translation>
    </message>
    <message>
        <source>“{path}” claims to hold more than it does.</source>
        <translation>“{path}”声明的内容多于实际内容。</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back from the trash: {reason}.</source>
        <translation>无法从回收站恢复“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back: another file has taken its place.</source>
        <translation>无法恢复“{path}”：其位置已被另一个文件占用。</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back: it is no longer in the trash.</source>
        <translation>无法恢复“{path}”：它已不在回收站中。</translation>
    </message>
    <message>
        <source>“{path}” could not be converted: there is not enough memory for it.</source>
        <translation>无法转换“{path}”：内存不足。</translation>
    </message>
    <message>
        <source>“{path}” could not be deleted: {reason}.</source>
        <translation>无法删除“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be moved to the trash.</source>
        <translation>无法将“{path}”移到回收站。</translation>
    </message>
    <message>
        <source>“{path}” could not be moved to the trash: {reason}.</source>
        <translation>无法将“{path}”移到回收站：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be read.</source>
        <translation>无法读取“{path}”。</translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}.</source>
        <translation>无法读取“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be written.</source>
        <translation>无法写入“{path}”。</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}.</source>
        <translation>无法写入“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” describes the component “{name}” in an unknown way.</source>
        <translation>“{path}”以未知方式描述组件“{name}”。</translation>
    </message>
    <message>
        <source>“{path}” does not end in .png.</source>
        <translation>“{path}”不以 .png 结尾。</translation>
    </message>
    <message>
        <source>“{path}” does not end in .safetensors.</source>
        <translation>“{path}”不以 .safetensors 结尾。</translation>
    </message>
    <message>
        <source>“{path}” does not fit its family: of the weights of its “{name}”, {count} are missing or of another size, “{first}” among them.</source>
        <translation>“{path}”与其系列不匹配：在“{name}”的权重中，有 {count} 个缺失或大小不同，其中包括“{first}”。</translation>
    </message>
    <message>
        <source>“{path}” does not list its weight files.</source>
        <translation>“{path}”没有列出其权重文件。</translation>
    </message>
    <message>
        <source>“{path}” does not say which pipeline it is for.</source>
        <translation>“{path}”没有说明它用于哪个管线。</translation>
    </message>
    <message>
        <source>“{path}” has no VAE, so nothing can turn its latents into pictures.</source>
        <translation>“{path}”没有 VAE，因此无法将潜变量变成图片。</translation>
    </message>
    <message>
        <source>“{path}” has no text encoder, so it cannot read prompts.</source>
        <translation>“{path}”没有文本编码器，因此无法读取提示词。</translation>
    </message>
    <message>
        <source>“{path}” holds more than numbers: it asks for “{what}”. Nothing of it was run.</source>
        <translation>“{path}”包含的不只是数值：它要求使用“{what}”。没有运行其中任何内容。</translation>
    </message>
    <message>
        <source>“{path}” holds no pickled weights to convert.</source>
        <translation>“{path}”中没有可转换的 pickle 格式权重。</translation>
    </message>
    <message>
        <source>“{path}” holds no token.</source>
        <translation>“{path}”中没有访问令牌。</translation>
    </message>
    <message>
        <source>“{path}” holds no weights.</source>
        <translation>“{path}”不包含权重。</translation>
    </message>
    <message>
        <source>“{path}” holds no “{name}”.</source>
        <translation>“{path}”中没有“{name}”。</translation>
    </message>
    <message>
        <source>“{path}” holds only pickled weights, which can run code when they are loaded.</source>
        <translation>“{path}”只包含 pickle 格式的权重，加载时可能会运行代码。</translation>
    </message>
    <message>
        <source>“{path}” holds pickled weights, which can run code when they are loaded.</source>
        <translation>“{path}”包含 pickle 格式的权重，加载时可能会运行代码。</translation>
    </message>
    <message>
        <source>“{path}” holds weights of a kind that safetensors has no name for ({kind}).</source>
        <translation>“{path}”包含 safetensors 不支持的权重类型（{kind}）。</translation>
    </message>
    <message>
        <source>“{path}” is a ControlNet: an addition to a model, not a model.</source>
        <translation>“{path}”是 ControlNet：它附加于模型，本身不是模型。</translation>
    </message>
    <message>
        <source>“{path}” is a LoRA: a change to a model, not a model.</source>
        <translation>“{path}”是 LoRA：它是对模型的改动，本身不是模型。</translation>
    </message>
    <message>
        <source>“{path}” is a Stable Diffusion 3 or FLUX model in one file, which this version cannot load.</source>
        <translation>“{path}”是单文件的 Stable Diffusion 3 或 FLUX 模型，此版本无法加载。</translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation>“{path}”是文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is a model without a prompt that this version cannot run: {what}.</source>
        <translation>“{path}”是此版本无法运行的无提示词模型：{what}。</translation>
    </message>
    <message>
        <source>“{path}” is a single file, and a “{name}” is taken from folders only.</source>
        <translation>“{path}”是单个文件，而“{name}”只能取自文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is a single file, and not one of safetensors.</source>
        <translation>“{path}”是单个文件，但不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>“{path}” is a single file, not the folder of a tiny autoencoder.</source>
        <translation>“{path}”是单个文件，不是微型自编码器的文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is an embedding: a word that is added to a model.</source>
        <translation>“{path}”是嵌入，即附加到模型的一个词。</translation>
    </message>
    <message>
        <source>“{path}” is an inpainting model, which needs a picture to begin with.</source>
        <translation>“{path}”是局部重绘模型，需要一张图片作为起点。</translation>
    </message>
    <message>
        <source>“{path}” is being changed by another program.</source>
        <translation>“{path}”正被其他程序更改。</translation>
    </message>
    <message>
        <source>“{path}” is damaged or cannot be read.</source>
        <translation>“{path}”已损坏或无法读取。</translation>
    </message>
    <message>
        <source>“{path}” is damaged or was replaced: {what}.</source>
        <translation>“{path}”已损坏或被替换：{what}。</translation>
    </message>
    <message>
        <source>“{path}” is damaged, or no file of weights.</source>
        <translation>“{path}”已损坏，或不是权重文件。</translation>
    </message>
    <message>
        <source>“{path}” is damaged: its safetensors header makes no sense.</source>
        <translation>“{path}”已损坏：其 safetensors 文件头无效。</translation>
    </message>
    <message>
        <source>“{path}” is for changing pictures, such as by inpainting, and not for making them from a prompt alone.</source>
        <translation>“{path}”用于修改图片（例如局部重绘），不能只凭提示词生成图片。</translation>
    </message>
    <message>
        <source>“{path}” is in an old format, the pickle, which can hold code that runs when it is loaded; converting it reads only numbers and runs nothing in it.</source>
        <translation>“{path}”是旧的 pickle 格式，其中可能包含加载时会运行的代码；转换时只读取数值，不运行其中任何内容。</translation>
    </message>
    <message>
        <source>“{path}” is in the safetensors format already.</source>
        <translation>“{path}”已是 safetensors 格式。</translation>
    </message>
    <message>
        <source>“{path}” is incomplete: it has {size} bytes and should have {expected}.</source>
        <translation>“{path}”不完整：大小为 {size} 字节，应为 {expected} 字节。</translation>
    </message>
    <message>
        <source>“{path}” is named safetensors but is a pickle, which can run code.</source>
        <translation>“{path}”以 safetensors 命名，实际却是可能运行代码的 pickle。</translation>
    </message>
    <message>
        <source>“{path}” is neither a folder nor a safetensors file.</source>
        <translation>“{path}”既不是文件夹，也不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>“{path}” is no LoRA.</source>
        <translation>“{path}”不是 LoRA。</translation>
    </message>
    <message>
        <source>“{path}” is no PNG, JPEG or WebP file.</source>
        <translation>“{path}”不是 PNG、JPEG 或 WebP 文件。</translation>
    </message>
    <message>
        <source>“{path}” is no Stable Diffusion checkpoint.</source>
        <translation>“{path}”不是 Stable Diffusion 检查点。</translation>
    </message>
    <message>
        <source>“{path}” is no file of pickled weights.</source>
        <translation>“{path}”不是 pickle 格式的权重文件。</translation>
    </message>
    <message>
        <source>“{path}” is no textual inversion.</source>
        <translation>“{path}”不是文本反转。</translation>
    </message>
    <message>
        <source>“{path}” is not a diffusers model: it has no model_index.json.</source>
        <translation>“{path}”不是 diffusers 模型：没有 model_index.json。</translation>
    </message>
    <message>
        <source>“{path}” is not a model of a kind that this version knows.</source>
        <translation>“{path}”不是此版本认识的模型类型。</translation>
    </message>
    <message>
        <source>“{path}” is not a tiny autoencoder.</source>
        <translation>“{path}”不是微型自编码器。</translation>
    </message>
    <message>
        <source>“{path}” is not a tiny autoencoder: it has no {name}.</source>
        <translation>“{path}”不是微型自编码器：没有 {name}。</translation>
    </message>
    <message>
        <source>“{path}” is not named as safetensors files are.</source>
        <translation>“{path}”的名称不符合 safetensors 文件的命名方式。</translation>
    </message>
    <message>
        <source>“{path}” is not one of the folders that are looked through.</source>
        <translation>“{path}”不是用来查找模型的文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is not the folder of a diffusers model.</source>
        <translation>“{path}”不是 diffusers 模型的文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is one part of a model in diffusers&apos; format.</source>
        <translation>“{path}”是 diffusers 格式模型的一个部件。</translation>
    </message>
    <message>
        <source>“{path}” is only a VAE, which turns latents into pictures.</source>
        <translation>“{path}”只是 VAE，用于将潜变量变成图片。</translation>
    </message>
    <message>
        <source>“{path}” is the denoising of another picture.</source>
        <translation>“{path}”是另一张图片的去噪过程。</translation>
    </message>
    <message>
        <source>“{path}” is the refiner of Stable Diffusion XL, which only reworks pictures.</source>
        <translation>“{path}”是 Stable Diffusion XL 的 refiner，只能加工已有的图片。</translation>
    </message>
    <message>
        <source>“{path}” is there already.</source>
        <translation>“{path}”已存在。</translation>
    </message>
    <message>
        <source>“{path}” is too large to be opened safely.</source>
        <translation>“{path}”太大，无法安全打开。</translation>
    </message>
    <message>
        <source>“{path}” is {part}, which makes no pictures by itself.</source>
        <translation>“{path}”是{part}，本身不能生成图片。</translation>
    </message>
    <message>
        <source>“{path}” lies in none of your model folders, so it is not removed.</source>
        <translation>“{path}”不在任何模型文件夹中，因此没有移除。</translation>
    </message>
    <message>
        <source>“{path}” names a weight file outside its own folder: “{name}”.</source>
        <translation>“{path}”引用了自身文件夹之外的权重文件：“{name}”。</translation>
    </message>
    <message>
        <source>“{path}” names “{member}”, a file outside itself.</source>
        <translation>“{path}”引用了自身之外的文件“{member}”。</translation>
    </message>
    <message>
        <source>“{path}” wants to run code of its own for its “{name}” ({library}).</source>
        <translation>“{path}”要为其“{name}”运行自带的代码（{library}）。</translation>
    </message>
    <message>
        <source>“{path}” was trained for the scheduler {scheduler}, which this version does not have.</source>
        <translation>“{path}”是为调度器 {scheduler} 训练的，而此版本没有该调度器。</translation>
    </message>
    <message>
        <source>“{repo_id}” can only be downloaded with a token.</source>
        <translation>“{repo_id}”只能使用访问令牌下载。</translation>
    </message>
    <message>
        <source>“{repo_id}” could not be downloaded.</source>
        <translation>无法下载“{repo_id}”。</translation>
    </message>
    <message>
        <source>“{repo_id}” has no weights for its “{name}”.</source>
        <translation>“{repo_id}”的“{name}”没有权重。</translation>
    </message>
    <message>
        <source>“{repo_id}” has only pickled weights for “{name}”, which can run code when loaded.</source>
        <translation>“{repo_id}”的“{name}”只有 pickle 格式的权重，加载时可能会运行代码。</translation>
    </message>
    <message>
        <source>“{repo_id}” holds only pickled weights, which can run code when they are loaded.</source>
        <translation>“{repo_id}”只包含 pickle 格式的权重，加载时可能会运行代码。</translation>
    </message>
    <message>
        <source>“{repo_id}” is gated: its makers want you to agree to their terms.</source>
        <translation>“{repo_id}”受限访问：其作者要求同意条款。</translation>
    </message>
    <message>
        <source>“{repo_id}” is no name of a model on the hub.</source>
        <translation>“{repo_id}”不是 Hub 上的模型名称。</translation>
    </message>
    <message>
        <source>“{repo_id}” is not a diffusers model: it has no model_index.json.</source>
        <translation>“{repo_id}”不是 diffusers 模型：没有 model_index.json。</translation>
    </message>
    <message>
        <source>“{repo_id}” lists a file outside its own folder: “{name}”.</source>
        <translation>“{repo_id}”列出了自身文件夹之外的文件：“{name}”。</translation>
    </message>
    <message>
        <source>“{repo_id}” wants to run code of its own for its “{name}” ({library}).</source>
        <translation>“{repo_id}”要为其“{name}”运行自带的代码（{library}）。</translation>
    </message>
    <message>
        <source>“{word}” holds no letter or digit to search for.</source>
        <translation>“{word}”中没有可搜索的文字或数字。</translation>
    </message>
    <message>
        <source>“{word}” is not understood.</source>
        <translation>无法理解“{word}”。</translation>
    </message>
    <message>
        <source>“{word}” is not understood: there is no “{key}” to search for.</source>
        <translation>无法理解“{word}”：不能按“{key}”搜索。</translation>
    </message>
</context>
</TS>
