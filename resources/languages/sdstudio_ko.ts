<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Third-party notices…</source>
        <translation>타사 고지 사항(&amp;T)…</translation>
    </message>
    <message>
        <source>About sdstudio</source>
        <translation>sdstudio 정보</translation>
    </message>
    <message>
        <source>Licensed under the Apache License 2.0.</source>
        <translation>Apache License 2.0에 따라 배포됩니다.</translation>
    </message>
    <message>
        <source>Makes pictures with Stable Diffusion and shows every denoising step. Everything happens on this computer.</source>
        <translation>Stable Diffusion으로 이미지를 만들고 모든 노이즈 제거 스텝을 보여 줍니다. 모든 작업은 이 컴퓨터에서 이루어집니다.</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>타사 고지 사항</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>버전 {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About sdstudio</source>
        <translation>sdstudio 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Always keep the denoising</source>
        <translation>항상 노이즈 제거 과정 보관(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Arrange panels</source>
        <translation>패널 정렬(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Branch from here…</source>
        <translation>여기서 분기(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Check the gallery…</source>
        <translation>갤러리 점검(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>이미지 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>계보(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full size</source>
        <translation>크게 보기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>갤러리(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>생성(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import pictures…</source>
        <translation>이미지 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep this step as a picture</source>
        <translation>이 스텝을 이미지로 보관(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation>섬네일 크게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>모델(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;No rating</source>
        <translation>별점 없음(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Pictures folder…</source>
        <translation>이미지 폴더(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Previews…</source>
        <translation>미리보기(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>대기열(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>보기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>태그(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use my GPU…</source>
        <translation>내 GPU 사용(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Usual thumbnails</source>
        <translation>기본 섬네일 크기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;X-ray</source>
        <translation>엑스레이(&amp;X)</translation>
    </message>
    <message>
        <source>Collectio&amp;ns…</source>
        <translation>컬렉션(&amp;N)…</translation>
    </message>
    <message>
        <source>Cop&amp;y seed</source>
        <translation>시드 복사(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy all settings as te&amp;xt</source>
        <translation>모든 설정을 텍스트로 복사(&amp;X)</translation>
    </message>
    <message>
        <source>Export pict&amp;ures…</source>
        <translation>이미지 내보내기(&amp;U)…</translation>
    </message>
    <message>
        <source>Fin&amp;d pictures</source>
        <translation>이미지 찾기(&amp;D)</translation>
    </message>
    <message>
        <source>How does this &amp;work?</source>
        <translation>어떻게 작동하나요?(&amp;W)</translation>
    </message>
    <message>
        <source>Move to tr&amp;ash</source>
        <translation>휴지통으로 이동(&amp;A)</translation>
    </message>
    <message>
        <source>Open mo&amp;del file…</source>
        <translation>모델 파일 열기(&amp;D)…</translation>
    </message>
    <message>
        <source>R&amp;euse settings</source>
        <translation>설정 재사용(&amp;E)</translation>
    </message>
    <message>
        <source>Reuse on&amp;ly the seed</source>
        <translation>시드만 재사용(&amp;L)</translation>
    </message>
    <message>
        <source>Reuse only t&amp;he prompt</source>
        <translation>프롬프트만 재사용(&amp;H)</translation>
    </message>
    <message>
        <source>Save pictu&amp;re as…</source>
        <translation>다른 이름으로 이미지 저장(&amp;R)…</translation>
    </message>
    <message>
        <source>Show &amp;in folder</source>
        <translation>폴더에서 보기(&amp;I)</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>로그 보기(&amp;L)</translation>
    </message>
    <message>
        <source>Sur&amp;prise me</source>
        <translation>무작위 추천(&amp;P)</translation>
    </message>
    <message>
        <source>Tell me about &amp;new versions</source>
        <translation>새 버전 알림(&amp;N)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정에 따름(&amp;S)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>시스템 설정에 따름(&amp;Y)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>비교(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;all details</source>
        <translation>모든 세부 정보 복사(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics…</source>
        <translation>진단 정보 복사(&amp;D)…</translation>
    </message>
    <message>
        <source>Copy &amp;prompt</source>
        <translation>프롬프트 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>값 복사(&amp;V)</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>세부 정보(&amp;E)</translation>
    </message>
    <message>
        <source>Fa&amp;vourite</source>
        <translation>즐겨찾기(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the &amp;prompt</source>
        <translation>프롬프트로 이동(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the &amp;timeline</source>
        <translation>타임라인으로 이동(&amp;T)</translation>
    </message>
    <message>
        <source>Keep the &amp;denoising with the picture</source>
        <translation>이미지와 함께 노이즈 제거 과정 보관(&amp;D)</translation>
    </message>
    <message>
        <source>Open m&amp;odel folder…</source>
        <translation>모델 폴더 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>P&amp;ixels</source>
        <translation>픽셀 그대로 보기(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;lay or pause</source>
        <translation>재생 또는 일시 정지(&amp;L)</translation>
    </message>
    <message>
        <source>Reset to the &amp;model&apos;s settings</source>
        <translation>모델 기본 설정으로 재설정(&amp;M)</translation>
    </message>
    <message>
        <source>Reuse settings &amp;without seed</source>
        <translation>시드를 제외하고 설정 재사용(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;maller thumbnails</source>
        <translation>섬네일 작게(&amp;M)</translation>
    </message>
    <message>
        <source>Send to c&amp;ompare</source>
        <translation>비교로 보내기(&amp;O)</translation>
    </message>
    <message>
        <source>Show pictures &amp;folder</source>
        <translation>이미지 폴더 열어 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Stop &amp;everything</source>
        <translation>모두 중지(&amp;E)</translation>
    </message>
    <message>
        <source>Stop and &amp;keep</source>
        <translation>중지하고 보관(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Additions</name>
    <message>
        <source>Embedding</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>텍스트 인코더</translation>
    </message>
    <message>
        <source>Text encoder 2</source>
        <translation>텍스트 인코더 2</translation>
    </message>
    <message>
        <source>Text encoder 3</source>
        <translation>텍스트 인코더 3</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>트랜스포머</translation>
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
        <translation>선택: {part}</translation>
    </message>
    <message>
        <source>Not used with this model: {names}. What is left out is used again with a model that it fits.</source>
        <translation>이 모델에서 사용하지 않는 항목: {names}. 제외된 항목은 맞는 모델을 사용하면 다시 적용됩니다.</translation>
    </message>
    <message>
        <source>Of what is added to the model, this is not there or cannot be used: {names}. The add-ons in the panel say why.</source>
        <translation>모델에 추가된 것 중 없거나 사용할 수 없는 항목: {names}. 이유는 패널의 추가 요소에 표시됩니다.</translation>
    </message>
    <message>
        <source>Open a LoRA</source>
        <translation>LoRA 열기</translation>
    </message>
    <message>
        <source>{name} (for {family})</source>
        <translation>{name}({family}용)</translation>
    </message>
    <message>
        <source>“{name}” is not used any more.</source>
        <translation>“{name}”을(를) 더 이상 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>“{name}” is not used: this model takes none of this kind ({kind}).</source>
        <translation>“{name}”은(는) 사용되지 않습니다. 이 모델은 이 종류({kind})를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>“{name}” is nothing that can be added to a model.</source>
        <translation>“{name}”은(는) 모델에 추가할 수 있는 항목이 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” is on the list, and used with a model that it fits.</source>
        <translation>“{name}”이(가) 목록에 추가되었으며, 맞는 모델에서 사용됩니다.</translation>
    </message>
    <message>
        <source>“{name}” is used.</source>
        <translation>“{name}”을(를) 사용합니다.</translation>
    </message>
    <message>
        <source>“{word}” stands for it in the prompt.</source>
        <translation>프롬프트에서는 “{word}”(으)로 씁니다.</translation>
    </message>
</context>
<context>
    <name>AdditionsSection</name>
    <message>
        <source>Add a LoRA</source>
        <translation>LoRA 추가</translation>
    </message>
    <message>
        <source>Add-&amp;ons</source>
        <translation>추가 요소(&amp;O)</translation>
    </message>
    <message>
        <source>Add-&amp;ons ({count})</source>
        <translation>추가 요소({count})(&amp;O)</translation>
    </message>
    <message>
        <source>All {count} in the window of models…</source>
        <translation>전체 {count}개를 모델 창에서 보기…</translation>
    </message>
    <message>
        <source>Embeddings in the prompts: {words}</source>
        <translation>프롬프트에 쓴 임베딩: {words}</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>No others in your folders of models</source>
        <translation>모델 폴더에 다른 항목이 없습니다</translation>
    </message>
    <message>
        <source>Not used: it is for {family}.</source>
        <translation>사용되지 않음: {family}용입니다.</translation>
    </message>
    <message>
        <source>Not used: this model takes none.</source>
        <translation>사용되지 않음: 이 모델은 이 종류를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>파일 열기(&amp;F)…</translation>
    </message>
    <message>
        <source>{name}: for {family}</source>
        <translation>{name}: {family}용</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>(beginning)</source>
        <translation>(시작)</translation>
    </message>
    <message>
        <source>(end)</source>
        <translation>(끝)</translation>
    </message>
</context>
<context>
    <name>AttentionPane</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>토큰 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>레이어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Opacity of the map</source>
        <translation>맵의 불투명도(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Replay with attention</source>
        <translation>어텐션과 함께 재실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>스텝(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>모든 레이어</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>모든 스텝</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>어텐션</translation>
    </message>
    <message>
        <source>Attention from {low} % (dark) to {high} % (bright), {width} × {height} places.</source>
        <translation>어텐션 {low}%(어두움)~{high}%(밝음), {width} × {height}칸.</translation>
    </message>
    <message>
        <source>Attention is too much to be kept while a picture is made. To look at it, the denoising is run a second time, so it takes as long again. The picture stays as it is, pixel by pixel.</source>
        <translation>어텐션은 양이 너무 많아 이미지를 만드는 동안 보관할 수 없습니다. 어텐션을 보려면 노이즈 제거를 한 번 더 실행하므로 같은 시간이 다시 걸립니다. 이미지는 픽셀 하나까지 그대로입니다.</translation>
    </message>
    <message>
        <source>Choose one or more words above.</source>
        <translation>위에서 단어를 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>Click a spot of the picture to see which words it looked at.</source>
        <translation>이미지의 한 지점을 클릭하면 그 지점이 어떤 단어를 살펴봤는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Every spot of the picture looks at every word and takes over what fits: bright is where the chosen words were looked at most.</source>
        <translation>이미지의 각 지점은 모든 단어를 살펴보고 맞는 것을 받아들입니다. 밝은 곳일수록 선택한 단어를 많이 살펴본 곳입니다.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Make a picture first: attention is that of its denoising.</source>
        <translation>먼저 이미지를 만드세요. 어텐션은 그 이미지의 노이즈 제거 과정에서 나옵니다.</translation>
    </message>
    <message>
        <source>Opacity of the map</source>
        <translation>맵의 불투명도</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>재실행 진행률</translation>
    </message>
    <message>
        <source>Replay with attention</source>
        <translation>어텐션과 함께 재실행</translation>
    </message>
    <message>
        <source>Step {done} of {total}</source>
        <translation>스텝 {done}/{total}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>재실행 중지</translation>
    </message>
    <message>
        <source>The map itself</source>
        <translation>맵만 보기</translation>
    </message>
    <message>
        <source>The picture with its attention map</source>
        <translation>어텐션 맵을 겹친 이미지</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>이 스텝</translation>
    </message>
    <message>
        <source>This step ({step})</source>
        <translation>이 스텝({step})</translation>
    </message>
    <message>
        <source>This step is the parent&apos;s; attention was kept of own ones.</source>
        <translation>이 스텝은 부모 이미지의 것입니다. 어텐션은 이 이미지의 스텝에 대해서만 기록되었습니다.</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>차례를 기다리는 중…</translation>
    </message>
    <message>
        <source>Word: {word}</source>
        <translation>단어: {word}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>Words at a spot</source>
        <translation>한 지점의 단어</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>{x} % from the left and {y} % from the top, {share} % of the attention goes to these, the rest to the mark at the beginning and to padding.</source>
        <translation>왼쪽에서 {x}%, 위에서 {y}% 지점: 어텐션의 {share}%가 이 단어들에 향하고, 나머지는 시작 표시와 패딩에 향합니다.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this notice</source>
        <translation>이 알림 닫기</translation>
    </message>
    <message>
        <source>Close this notice; {count} more</source>
        <translation>이 알림 닫기({count}개 더 있음)</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count}개 더</translation>
    </message>
</context>
<context>
    <name>BranchDialog</name>
    <message>
        <source>&amp;Branch</source>
        <translation>분기(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fresh noise</source>
        <translation>새 노이즈(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guidance scale</source>
        <translation>가이던스 스케일(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>네거티브 프롬프트(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>프롬프트(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scheduler</source>
        <translation>스케줄러(&amp;S)</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Branch from step {index}</source>
        <translation>스텝 {index}에서 분기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Class of the scheduler</source>
        <translation>스케줄러의 클래스</translation>
    </message>
    <message>
        <source>Fresh noise</source>
        <translation>새 노이즈</translation>
    </message>
    <message>
        <source>From step {index} on with {changes}: all steps are done anew.</source>
        <translation>스텝 {index}부터 적용: {changes}. 모든 스텝을 새로 실행합니다.</translation>
    </message>
    <message numerus="yes">
        <source>From step {index} on with {changes}; the %Ln step(s) before stay as they are.</source>
        <translation>
            <numerusform>스텝 {index}부터 적용: {changes}. 그 앞의 %Ln개 스텝은 그대로 둡니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>From step {index} on with {changes}; the step before stays as it is.</source>
        <translation>스텝 {index}부터 적용: {changes}. 그 앞 스텝은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>가이던스 스케일</translation>
    </message>
    <message>
        <source>Keep what the picture looks like at this step, and put other noise on it</source>
        <translation>이 스텝의 이미지 모습을 유지하고 그 위에 다른 노이즈를 입힙니다</translation>
    </message>
    <message>
        <source>Make this picture</source>
        <translation>이 이미지 만들기</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>새 무작위 시드</translation>
    </message>
    <message>
        <source>Nothing changed: it goes on as before, now to the last step.</source>
        <translation>바뀐 것 없음: 이전과 똑같이, 이번에는 마지막 스텝까지 진행합니다.</translation>
    </message>
    <message>
        <source>Nothing changed: the same picture comes out.</source>
        <translation>바뀐 것 없음: 같은 이미지가 나옵니다.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>시드(&amp;E)</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <source>Seed of the fresh noise</source>
        <translation>새 노이즈의 시드</translation>
    </message>
    <message>
        <source>Step {index} of {total}</source>
        <translation>스텝 {index}/{total}</translation>
    </message>
    <message>
        <source>The other scheduler goes on at its nearest noise level.</source>
        <translation>다른 스케줄러는 가장 가까운 노이즈 수준에서 이어집니다.</translation>
    </message>
    <message>
        <source>The picture foreseen at this step</source>
        <translation>이 스텝에서 예측한 이미지</translation>
    </message>
    <message>
        <source>What the picture should not show</source>
        <translation>이미지에 나타나지 않아야 할 것</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>실행 내용</translation>
    </message>
    <message>
        <source>another guidance scale</source>
        <translation>다른 가이던스 스케일</translation>
    </message>
    <message>
        <source>another negative prompt</source>
        <translation>다른 네거티브 프롬프트</translation>
    </message>
    <message>
        <source>another prompt</source>
        <translation>다른 프롬프트</translation>
    </message>
    <message>
        <source>another scheduler</source>
        <translation>다른 스케줄러</translation>
    </message>
    <message>
        <source>fresh noise</source>
        <translation>새 노이즈</translation>
    </message>
</context>
<context>
    <name>CalmPage</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>캔버스</translation>
    </message>
</context>
<context>
    <name>CanvasPane</name>
    <message>
        <source>Empty: no picture has been made yet.</source>
        <translation>비어 있음: 아직 만든 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Show what is being made</source>
        <translation>지금 만드는 이미지 보기</translation>
    </message>
    <message>
        <source>branched at step {step}</source>
        <translation>스텝 {step}에서 분기됨</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 중지됨</translation>
    </message>
    <message>
        <source>{width} × {height} · no settings in the file</source>
        <translation>{width} × {height} · 파일에 설정 없음</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Channel {number}</source>
        <translation>채널 {number}</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>{shape} numbers, from −{end} (blue) over 0 (white) to {end} (orange); mean {mean}, spread {spread}.</source>
        <translation>{shape}개의 수, −{end}(파랑)~0(흰색)~{end}(주황). 평균 {mean}, 표준 편차 {spread}.</translation>
    </message>
</context>
<context>
    <name>CheckControl</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Many pictures would leave</source>
        <translation>많은 이미지가 빠지게 됩니다</translation>
    </message>
    <message>
        <source>The gallery could not be checked</source>
        <translation>갤러리를 점검하지 못했습니다</translation>
    </message>
    <message>
        <source>The gallery could not be repaired</source>
        <translation>갤러리를 복구하지 못했습니다</translation>
    </message>
    <message>
        <source>The repair of the gallery has ended. The database as it was before is kept as “{path}”.</source>
        <translation>갤러리 복구가 끝났습니다. 복구 전의 데이터베이스는 “{path}”에 보관되어 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{gone} of %Ln picture(s) would leave the gallery, since their files are gone. Nothing was changed.

Are the files only somewhere else, such as on a drive that is not plugged in? Then bring them back first and check again.</source>
        <translation>
            <numerusform>파일이 없어져 이미지 %Ln개 중 {gone}개가 갤러리에서 빠지게 됩니다. 아무것도 바꾸지 않았습니다.

연결하지 않은 드라이브처럼 파일이 다른 곳에 있을 뿐인가요? 그렇다면 먼저 파일을 되돌려 놓고 다시 점검하세요.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>복구(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Repair…</source>
        <translation>복구(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>모두 정상입니다</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>다시 점검(&amp;A)</translation>
    </message>
    <message>
        <source>Check the gallery</source>
        <translation>갤러리 점검</translation>
    </message>
    <message>
        <source>Checking the gallery</source>
        <translation>갤러리 점검 중</translation>
    </message>
    <message>
        <source>Copying the database, reading files…</source>
        <translation>데이터베이스를 복사하고 파일을 읽는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) whose files are gone have left the gallery.</source>
        <translation>
            <numerusform>파일이 없어진 이미지 %Ln개를 갤러리에서 뺐습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files and database agree on all %Ln picture(s).</source>
        <translation>
            <numerusform>이미지 %Ln개 모두 파일과 데이터베이스가 일치합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>폴더를 살펴보는 중…</translation>
    </message>
    <message>
        <source>Looking for files that the gallery does not know…</source>
        <translation>갤러리에 없는 파일을 찾는 중…</translation>
    </message>
    <message>
        <source>Part of the repair was done; a check tells what is left.</source>
        <translation>복구의 일부가 완료되었습니다. 남은 것은 점검으로 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Repairing the gallery</source>
        <translation>갤러리 복구 중</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>The database as it was before is kept as:</source>
        <translation>복구 전의 데이터베이스가 보관된 위치:</translation>
    </message>
    <message>
        <source>The gallery is repaired</source>
        <translation>갤러리가 복구되었습니다</translation>
    </message>
    <message>
        <source>There are no pictures yet, and nothing is left over.</source>
        <translation>아직 이미지가 없으며, 남은 파일도 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개 중 {done}개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareControl</name>
    <message>
        <source>1 picture waits to be compared. Send another one to compare them.</source>
        <translation>이미지 1개가 비교를 기다립니다. 하나를 더 보내면 비교합니다.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>보내기 취소</translation>
    </message>
    <message>
        <source>Four pictures can be compared at a time; take one out first.</source>
        <translation>한 번에 이미지 4개까지 비교할 수 있습니다. 먼저 하나를 빼세요.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>&amp;Make it and compare</source>
        <translation>만들어서 비교(&amp;M)</translation>
    </message>
    <message>
        <source>Another guidance scale</source>
        <translation>다른 가이던스 스케일</translation>
    </message>
    <message>
        <source>Another scheduler</source>
        <translation>다른 스케줄러</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>다른 시드</translation>
    </message>
    <message>
        <source>Click a step, or walk with ← and →, to read its distance.</source>
        <translation>스텝을 클릭하거나 ←, → 키로 이동하면 그 거리를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>비교 대상(&amp;W)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>가이던스 스케일</translation>
    </message>
    <message>
        <source>How far apart x₀ is</source>
        <translation>x₀ 사이의 거리</translation>
    </message>
    <message>
        <source>Make a picture; then it can be compared with another one.</source>
        <translation>이미지를 만들면 다른 이미지와 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Make it and compare</source>
        <translation>만들어서 비교</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>단어 하나</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Step {step}: {distance} apart</source>
        <translation>스텝 {step}: 거리 {distance}</translation>
    </message>
    <message>
        <source>The setting to change</source>
        <translation>바꿀 설정</translation>
    </message>
    <message>
        <source>The word in its place</source>
        <translation>대신 넣을 단어</translation>
    </message>
    <message>
        <source>The word to change</source>
        <translation>바꿀 단어</translation>
    </message>
    <message>
        <source>There is no other denoising in memory. Try another value below, and see what it changes.</source>
        <translation>메모리에 다른 노이즈 제거 과정이 없습니다. 아래에서 다른 값을 시도해 무엇이 달라지는지 확인하세요.</translation>
    </message>
    <message>
        <source>They are apart from the first step on.</source>
        <translation>첫 스텝부터 다릅니다.</translation>
    </message>
    <message>
        <source>They are the same at every step.</source>
        <translation>모든 스텝에서 같습니다.</translation>
    </message>
    <message>
        <source>They never part: less than a hundredth at every step.</source>
        <translation>갈라지지 않습니다. 모든 스텝에서 차이가 100분의 1보다 작습니다.</translation>
    </message>
    <message>
        <source>They part at step {step}.</source>
        <translation>스텝 {step}에서 갈라집니다.</translation>
    </message>
    <message>
        <source>This denoising is still going on.</source>
        <translation>이 노이즈 제거는 아직 진행 중입니다.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>이 이미지</translation>
    </message>
    <message>
        <source>This one: {label}</source>
        <translation>이 이미지: {label}</translation>
    </message>
    <message>
        <source>Try another value</source>
        <translation>다른 값 시도</translation>
    </message>
    <message>
        <source>Two denoisings, step by step: how far apart the pictures are that each predicts, and from which step on they are different pictures.</source>
        <translation>두 노이즈 제거 과정을 스텝마다 비교합니다. 각각이 예측하는 이미지가 얼마나 다른지, 어느 스텝부터 서로 다른 이미지가 되는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>a hundredth</source>
        <translation>100분의 1</translation>
    </message>
    <message>
        <source>another word, or none</source>
        <translation>다른 단어, 비우면 없앰</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>relative distance</source>
        <translation>상대 거리</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>A is {first} and B is {second}: pictures of different shapes cannot be laid over each other. Look at them side by side.</source>
        <translation>A는 {first}, B는 {second}입니다. 비율이 다른 이미지는 겹칠 수 없습니다. 나란히 놓고 보세요.</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>창으로 돌아가기</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare – sdstudio</source>
        <translation>비교 – sdstudio</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>One of the pictures cannot be shown: its file is missing or damaged.</source>
        <translation>이미지 하나를 표시할 수 없습니다. 파일이 없거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>Pictures A and B</source>
        <translation>이미지 A와 B</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Known words that begin like this</source>
        <translation>이렇게 시작하는 아는 단어</translation>
    </message>
</context>
<context>
    <name>ConversionControl</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Left out of the converted model, being no weights: {names}.</source>
        <translation>가중치가 아니어서 변환된 모델에서 제외된 항목: {names}.</translation>
    </message>
    <message>
        <source>Old model format</source>
        <translation>오래된 모델 형식</translation>
    </message>
    <message>
        <source>“{name}” is in an old format that can hold code. Convert it safely?

Only numbers are read; nothing in it is run. The file stays as it is, and the copy takes about as much room on the disk.</source>
        <translation>“{name}”은(는) 코드를 담을 수 있는 오래된 형식입니다. 안전하게 변환할까요?

숫자만 읽고, 안의 어떤 것도 실행하지 않습니다. 파일은 그대로 두며, 사본은 디스크에서 비슷한 공간을 차지합니다.</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>변환 중</translation>
    </message>
    <message>
        <source>Converting “{name}”…</source>
        <translation>“{name}” 변환 중…</translation>
    </message>
    <message>
        <source>Its numbers are copied into the safetensors format.</source>
        <translation>숫자를 safetensors 형식으로 복사합니다.</translation>
    </message>
</context>
<context>
    <name>CopyingControl</name>
    <message>
        <source>Picture copied</source>
        <translation>이미지 복사됨</translation>
    </message>
    <message>
        <source>Prompt copied</source>
        <translation>프롬프트 복사됨</translation>
    </message>
    <message>
        <source>Seed copied</source>
        <translation>시드 복사됨</translation>
    </message>
    <message>
        <source>Settings copied as text</source>
        <translation>설정을 텍스트로 복사함</translation>
    </message>
    <message>
        <source>“{path}” cannot be copied: the file is missing or damaged.</source>
        <translation>“{path}”을(를) 복사할 수 없습니다. 파일이 없거나 손상되었습니다.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Add a folder of models</source>
        <translation>모델 폴더 추가</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Discard the download</source>
        <translation>다운로드 삭제</translation>
    </message>
    <message>
        <source>It is the default model.</source>
        <translation>기본 모델입니다.</translation>
    </message>
    <message>
        <source>It is the model in use.</source>
        <translation>사용 중인 모델입니다.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Loading “{name}”…</source>
        <translation>“{name}” 불러오는 중…</translation>
    </message>
    <message>
        <source>Move a model to the trash</source>
        <translation>모델을 휴지통으로 이동</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 이동</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>경로 복사됨</translation>
    </message>
    <message>
        <source>Pictures of the gallery that were made with it: {count}. They stay, but cannot be made again or looked into without it.</source>
        <translation>이 모델로 만든 갤러리의 이미지: {count}개. 이미지는 남지만, 모델 없이는 다시 만들거나 내부를 살펴볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The token is kept by the system&apos;s keyring.</source>
        <translation>토큰이 시스템 키링에 저장되었습니다.</translation>
    </message>
    <message>
        <source>What has come of “{name}” is deleted.</source>
        <translation>지금까지 받은 “{name}”의 파일이 삭제됩니다.</translation>
    </message>
    <message>
        <source>{reason} The token is used until the app is closed.</source>
        <translation>{reason} 토큰은 앱을 닫을 때까지 사용됩니다.</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>“{name}”을(를) 되돌렸습니다.</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>“{name}”을(를) 휴지통으로 옮겼습니다.</translation>
    </message>
    <message>
        <source>“{path}” ({size}) is moved to the trash.</source>
        <translation>“{path}”({size})을(를) 휴지통으로 이동합니다.</translation>
    </message>
</context>
<context>
    <name>Deletion</name>
    <message numerus="yes">
        <source>deleting of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개 삭제</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DenoisingControl</name>
    <message>
        <source>Exported as “{path}”.</source>
        <translation>“{path}”(으)로 내보냈습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: {done} of %Ln step(s)</source>
        <translation>
            <numerusform>내보내는 중: {done}/%Ln스텝</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>내보내기를 중지했습니다. 아무것도 저장하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Approximate</source>
        <translation>근사값 항목</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>컬렉션</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Denoising kept</source>
        <translation>보관된 노이즈 제거 과정</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>모델 폴더</translation>
    </message>
    <message>
        <source>Original text</source>
        <translation>원본 텍스트</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>별점</translation>
    </message>
    <message>
        <source>Settings read</source>
        <translation>설정 해석</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Stopped at step</source>
        <translation>중지한 스텝</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>approximately</source>
        <translation>근사값</translation>
    </message>
    <message>
        <source>exactly as in the file</source>
        <translation>파일에 있는 그대로</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
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
        <translation>값을 클릭하면 복사됩니다</translation>
    </message>
    <message>
        <source>Copied: everything</source>
        <translation>복사됨: 전체</translation>
    </message>
    <message>
        <source>Copied: {name}</source>
        <translation>복사됨: {name}</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
    <message>
        <source>Copy all details</source>
        <translation>모든 세부 정보 복사</translation>
    </message>
    <message>
        <source>Details of the picture</source>
        <translation>이미지 세부 정보</translation>
    </message>
    <message>
        <source>No picture is chosen</source>
        <translation>선택한 이미지가 없습니다</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln download(s) a month</source>
        <translation>
            <numerusform>월 다운로드 %Ln회</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the hub how much it is…</source>
        <translation>허브에서 크기를 확인하는 중…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Files recorded, to be compared with the next time: {count}.</source>
        <translation>다음에 비교할 수 있도록 기록한 파일: {count}개.</translation>
    </message>
    <message>
        <source>Files that are whole: {count}. Nothing has changed.</source>
        <translation>온전한 파일: {count}개. 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>On the hub</source>
        <translation>허브 이름</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Popular</source>
        <translation>인기</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>예측 대상</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>이용 조건</translation>
    </message>
    <message>
        <source>This is a part of a model, which makes no pictures by itself.</source>
        <translation>이것은 모델의 일부로, 단독으로는 이미지를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Verifying… {share}</source>
        <translation>검증 중… {share}</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>to be accepted first</source>
        <translation>먼저 동의 필요</translation>
    </message>
    <message numerus="yes">
        <source>{size} in %Ln file(s); {free} free</source>
        <translation>
            <numerusform>파일 %Ln개, {size}. 여유 공간 {free}</numerusform>
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
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import the picture…</source>
        <translation>이미지 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>설정 사용(&amp;U)</translation>
    </message>
    <message>
        <source>A picture with settings</source>
        <translation>설정이 든 이미지</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>From {program}</source>
        <translation>{program}에서 만듦</translation>
    </message>
    <message>
        <source>From {program}, approximately</source>
        <translation>{program}에서 만듦, 설정은 근사값</translation>
    </message>
    <message>
        <source>From {program}, exactly</source>
        <translation>{program}에서 만듦, 설정 그대로</translation>
    </message>
    <message>
        <source>Import the picture</source>
        <translation>이미지 가져오기</translation>
    </message>
    <message>
        <source>Made with sdstudio</source>
        <translation>sdstudio로 만듦</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>설정 사용</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>다른 프로그램</translation>
    </message>
</context>
<context>
    <name>EmbeddingPane</name>
    <message>
        <source>Against each other</source>
        <translation>서로 비교</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>코사인 유사도</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation>은닉 상태</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>네거티브</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Show the rows of the pa&amp;dding as well</source>
        <translation>패딩 줄도 표시(&amp;D)</translation>
    </message>
    <message>
        <source>Show the rows of the padding as well</source>
        <translation>패딩 줄도 표시</translation>
    </message>
    <message>
        <source>The numbers appear when the model is loaded.</source>
        <translation>모델을 불러오면 숫자가 표시됩니다.</translation>
    </message>
    <message>
        <source>The text encoder turns every token into a row of numbers that also depends on the tokens before it. The denoiser reads these rows, and nothing else of the prompt. Rows that point the same way mean something alike.</source>
        <translation>텍스트 인코더는 토큰마다 숫자 한 줄을 만들며, 이 숫자는 앞에 있는 토큰에 따라서도 달라집니다. 디노이저는 프롬프트 가운데 이 줄들만 읽습니다. 같은 방향을 가리키는 줄은 뜻이 비슷합니다.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시할 내용</translation>
    </message>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>{rows} tokens of the prompt × {columns} of the negative prompt</source>
        <translation>프롬프트 토큰 {rows}개 × 네거티브 프롬프트 토큰 {columns}개</translation>
    </message>
    <message>
        <source>{rows} tokens × {width} numbers. Colours end at ±{end}, the largest is {most}.</source>
        <translation>토큰 {rows}개 × 숫자 {width}개. 색 범위는 ±{end}까지이고, 가장 큰 값은 {most}입니다.</translation>
    </message>
</context>
<context>
    <name>EmptyCanvas</name>
    <message>
        <source>Describe it on the left and press Generate, or choose a picture.</source>
        <translation>왼쪽에 설명을 쓰고 “생성”을 누르거나 이미지를 선택하세요.</translation>
    </message>
    <message>
        <source>Describe it on the left and press Generate.</source>
        <translation>왼쪽에 설명을 쓰고 “생성”을 누르세요.</translation>
    </message>
    <message>
        <source>It is made on this computer, and you can watch it form.</source>
        <translation>이미지는 이 컴퓨터에서 만들어지며, 만들어지는 과정을 지켜볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Make your first picture</source>
        <translation>첫 이미지를 만들어 보세요</translation>
    </message>
    <message>
        <source>Make: {prompt}</source>
        <translation>만들기: {prompt}</translation>
    </message>
    <message>
        <source>What would you like to see?</source>
        <translation>무엇을 보고 싶으신가요?</translation>
    </message>
    <message>
        <source>or describe your own on the left and press Generate</source>
        <translation>또는 왼쪽에 직접 설명을 쓰고 “생성”을 누르세요</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) on one sheet</source>
        <translation>
            <numerusform>시트 한 장에 %Ln스텝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), {time}</source>
        <translation>
            <numerusform>%Ln스텝, {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hold the last picture</source>
        <translation>마지막 이미지 유지(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>All steps in one picture, as PNG</source>
        <translation>모든 스텝을 이미지 한 장에, PNG로</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>움직이는 WebP</translation>
    </message>
    <message>
        <source>As the model foresees it at each step (x₀)</source>
        <translation>각 스텝에서 모델이 예측한 모습(x₀)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>콘택트 시트</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export the denoising</source>
        <translation>노이즈 제거 과정 내보내기</translation>
    </message>
    <message>
        <source>For web pages and chats; all colours</source>
        <translation>웹 페이지와 채팅용, 모든 색상</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4 동영상</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>노이즈 포함</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Plays wherever pictures do; few colours</source>
        <translation>이미지가 보이는 곳이면 어디서나 재생, 적은 색상</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Seconds that the last picture stays</source>
        <translation>마지막 이미지를 유지할 시간(초)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Small, and every player knows it</source>
        <translation>작고, 어떤 플레이어에서나 재생됩니다</translation>
    </message>
    <message>
        <source>Steps per &amp;second</source>
        <translation>초당 스텝 수(&amp;S)</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>초당 스텝 수</translation>
    </message>
    <message>
        <source>The foreseen picture, then the noisy one</source>
        <translation>예측 이미지와 노이즈가 섞인 이미지를 나란히</translation>
    </message>
    <message>
        <source>The noise the model finds at each step (ε)</source>
        <translation>각 스텝에서 모델이 찾아낸 노이즈(ε)</translation>
    </message>
    <message>
        <source>What each step begins with (xₜ)</source>
        <translation>각 스텝이 시작되는 상태(xₜ)</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>표시할 내용</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>“{name}”이(가) 이미 있습니다. 바꿀까요?</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>Branch from a step of a picture, and its family appears here.</source>
        <translation>이미지의 한 스텝에서 분기하면 그 계보가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Click or press Enter to view</source>
        <translation>클릭하거나 Enter 키를 누르면 볼 수 있습니다</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>캔버스에 표시 중</translation>
    </message>
</context>
<context>
    <name>FamilyTree</name>
    <message>
        <source>Family</source>
        <translation>계보</translation>
    </message>
</context>
<context>
    <name>FamilyWords</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln스텝</numerusform>
        </translation>
    </message>
    <message>
        <source>(deleted picture)</source>
        <translation>(삭제된 이미지)</translation>
    </message>
    <message>
        <source>fresh noise</source>
        <translation>새 노이즈</translation>
    </message>
    <message>
        <source>guidance {before} → {after}</source>
        <translation>가이던스 {before} → {after}</translation>
    </message>
    <message>
        <source>kept step {step}</source>
        <translation>보관한 스텝 {step}</translation>
    </message>
    <message>
        <source>model {name}</source>
        <translation>모델 {name}</translation>
    </message>
    <message>
        <source>negative prompt: “{text}”</source>
        <translation>네거티브 프롬프트: “{text}”</translation>
    </message>
    <message>
        <source>no negative prompt</source>
        <translation>네거티브 프롬프트 없음</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>프롬프트 없음</translation>
    </message>
    <message>
        <source>prompt: “{text}”</source>
        <translation>프롬프트: “{text}”</translation>
    </message>
    <message>
        <source>same settings</source>
        <translation>같은 설정</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>스텝 {step}</translation>
    </message>
    <message>
        <source>stopped at step {step}</source>
        <translation>스텝 {step}에서 중지됨</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened, such as “{name}”.</source>
        <translation>
            <numerusform>“{name}” 등 파일 %Ln개를 열 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>세부 정보…</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>열지 못한 파일</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>“{path}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is neither a picture nor a model.</source>
        <translation>“{name}”은(는) 이미지도 모델도 아닙니다.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Denoising steps</source>
        <translation>노이즈 제거 스텝</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any model</source>
        <translation>모든 모델</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>모든 별점</translation>
    </message>
    <message>
        <source>Any scheduler</source>
        <translation>모든 스케줄러</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>모든 크기</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>모든 태그</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>이날부터</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>기간 지정…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>여기서 만듦</translation>
    </message>
    <message>
        <source>Made or imported</source>
        <translation>만든 것과 가져온 것</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>별점 없음</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>별점</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Some days</source>
        <translation>지정한 기간</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>이날까지</translation>
    </message>
    <message>
        <source>With denoising</source>
        <translation>노이즈 제거 과정 있음</translation>
    </message>
    <message>
        <source>{side} and larger</source>
        <translation>{side} 이상</translation>
    </message>
    <message>
        <source>{stars} and more</source>
        <translation>{stars} 이상</translation>
    </message>
</context>
<context>
    <name>FindingHead</name>
    <message>
        <source>All pictures</source>
        <translation>모든 이미지</translation>
    </message>
    <message>
        <source>All pictures, favourites, or one of your collections</source>
        <translation>모든 이미지, 즐겨찾기 또는 컬렉션 하나</translation>
    </message>
    <message>
        <source>Best rated</source>
        <translation>별점 높은순</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>파일 이름순</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>필터({count})</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>크기 큰순</translation>
    </message>
    <message>
        <source>Most steps</source>
        <translation>스텝 많은순</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>오래된순</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>이미지 순서</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>이미지 범위</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Files and database disagree</source>
        <translation>파일과 데이터베이스가 일치하지 않습니다</translation>
    </message>
    <message>
        <source>It deletes no picture, no kept denoising, and no ratings and tags.</source>
        <translation>이미지, 보관된 노이즈 제거 과정, 별점과 태그는 하나도 삭제하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %Ln picture(s).</source>
        <translation>
            <numerusform>이미지 %Ln개를 살펴봤습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed, and there is nothing that a repair could mend.</source>
        <translation>아무것도 바꾸지 않았으며, 복구로 고칠 수 있는 것도 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Repair: {remedy}</source>
        <translation>복구: {remedy}</translation>
    </message>
    <message>
        <source>So there is a way back; you are told where the copy is.</source>
        <translation>그래서 되돌릴 수 있으며, 사본의 위치도 알려 드립니다.</translation>
    </message>
    <message>
        <source>The database is copied first.</source>
        <translation>먼저 데이터베이스를 복사합니다.</translation>
    </message>
    <message>
        <source>What the repair does</source>
        <translation>복구에서 하는 일</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>점검 결과</translation>
    </message>
</context>
<context>
    <name>FlowChart</name>
    <message>
        <source>Map of the model</source>
        <translation>모델 구성도</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>선택(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>폴더 선택</translation>
    </message>
    <message>
        <source>Path of a folder</source>
        <translation>폴더 경로</translation>
    </message>
</context>
<context>
    <name>ForwardPane</name>
    <message>
        <source>&amp;Timestep</source>
        <translation>타임스텝(&amp;T)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순방향</translation>
    </message>
    <message>
        <source>How the model was trained: a picture gets noise, more at later timesteps, and the network guesses the picture behind it, in one go.</source>
        <translation>모델이 학습된 방식입니다. 이미지에 노이즈를 더하고(타임스텝이 뒤일수록 더 많이), 네트워크는 그 뒤의 이미지를 한 번에 추측합니다.</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>Noise sche&amp;dule</source>
        <translation>노이즈 스케줄(&amp;D)</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>노이즈 스케줄</translation>
    </message>
    <message>
        <source>Other &amp;noise</source>
        <translation>다른 노이즈(&amp;N)</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>다른 노이즈</translation>
    </message>
    <message>
        <source>The formula of adding noise</source>
        <translation>노이즈를 더하는 공식</translation>
    </message>
    <message>
        <source>Timestep</source>
        <translation>타임스텝</translation>
    </message>
    <message>
        <source>a = {a}, b = {b} at t = {timestep}</source>
        <translation>t = {timestep}에서 a = {a}, b = {b}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>모델 자체 스케줄</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>노이즈 추가</translation>
    </message>
    <message>
        <source>{share} % of the power in the latents is noise.</source>
        <translation>잠재 표현의 파워 가운데 {share}%가 노이즈입니다.</translation>
    </message>
</context>
<context>
    <name>GalleryControl</name>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to the trash.</source>
        <translation>
            <numerusform>이미지 %Ln개를 휴지통으로 옮겼습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>다른 이름으로 이미지 저장</translation>
    </message>
    <message>
        <source>The gallery is not available.</source>
        <translation>갤러리를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Branched at step {step}</source>
        <translation>스텝 {step}에서 분기됨</translation>
    </message>
    <message>
        <source>Denoising kept: {size}</source>
        <translation>노이즈 제거 과정 보관됨: {size}</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Rated {rating} of 5</source>
        <translation>별점 {rating}/5</translation>
    </message>
    <message>
        <source>Stopped at step {step}</source>
        <translation>스텝 {step}에서 중지됨</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>태그: {tags}</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Click to view · double-click for full size</source>
        <translation>클릭하여 보기 · 두 번 클릭하여 크게 보기</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>No picture is found.</source>
        <translation>찾은 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>섬네일 크기</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel)</source>
        <translation>섬네일 크기(Ctrl+휠)</translation>
    </message>
    <message>
        <source>Your pictures will appear here.</source>
        <translation>만든 이미지가 여기에 나타납니다.</translation>
    </message>
    <message numerus="yes">
        <source>{found} of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개 중 {found}개</numerusform>
        </translation>
    </message>
    <message>
        <source>{pictures} · {count} with denoising, {size}</source>
        <translation>{pictures} · 노이즈 제거 과정 {count}개, {size}</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery</source>
        <translation>갤러리</translation>
    </message>
</context>
<context>
    <name>GenerationControl</name>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Loading {name}…</source>
        <translation>{name} 불러오는 중…</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>불러온 모델이 없습니다</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>완료되지 않음</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>아직 저장되지 않음</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>다른 위치에 저장…</translation>
    </message>
    <message>
        <source>Saved as “{path}”.</source>
        <translation>“{path}”(으)로 저장되었습니다.</translation>
    </message>
    <message>
        <source>Step {step} is a picture of the gallery now.</source>
        <translation>스텝 {step}이(가) 갤러리에 이미지로 추가되었습니다.</translation>
    </message>
    <message>
        <source>Step {step} is kept as a picture once this run is over.</source>
        <translation>이 실행이 끝나면 스텝 {step}이(가) 이미지로 보관됩니다.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>대기 중…</translation>
    </message>
    <message>
        <source>the built-in model</source>
        <translation>내장 모델</translation>
    </message>
    <message>
        <source>“{prompt}” is finished but not saved. {reason}</source>
        <translation>“{prompt}” 이미지가 완성되었지만 저장되지 않았습니다. {reason}</translation>
    </message>
</context>
<context>
    <name>GpuControl</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Fetching torch for your card</source>
        <translation>그래픽 카드용 torch를 받는 중</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Looking at what is here…</source>
        <translation>있는 것을 확인하는 중…</translation>
    </message>
    <message>
        <source>Pictures are being made</source>
        <translation>이미지를 만드는 중입니다</translation>
    </message>
    <message>
        <source>Pictures will be made with the processor again, which is slower.</source>
        <translation>이미지를 다시 프로세서로 만들며, 속도는 더 느립니다.</translation>
    </message>
    <message>
        <source>Pictures will be made with the processor again, which is slower. {size} become free; to use the card again, all of it has to be fetched anew.</source>
        <translation>이미지를 다시 프로세서로 만들며, 속도는 더 느립니다. {size}의 공간이 확보되지만, 그래픽 카드를 다시 쓰려면 모두 새로 받아야 합니다.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>지금 다시 시작</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>압축 푸는 중</translation>
    </message>
    <message>
        <source>Use my GPU…</source>
        <translation>내 GPU 사용…</translation>
    </message>
    <message>
        <source>Use the processor</source>
        <translation>프로세서 사용</translation>
    </message>
    <message>
        <source>Use the processor again</source>
        <translation>다시 프로세서 사용</translation>
    </message>
    <message>
        <source>What is being made and what waits in the queue is given up by a restart.</source>
        <translation>다시 시작하면 만드는 중인 이미지와 대기열의 이미지를 포기하게 됩니다.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>“{card}” is ready. It is used once the app has started anew.</source>
        <translation>“{card}”이(가) 준비되었습니다. 앱을 다시 시작하면 사용합니다.</translation>
    </message>
</context>
<context>
    <name>GpuDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete what has come</source>
        <translation>받은 것 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>받기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Fetch {size}</source>
        <translation>{size} 받기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go on ({size})</source>
        <translation>계속({size})(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 확인(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>지금 다시 시작(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>다시 시도(&amp;T)</translation>
    </message>
    <message>
        <source>Asking the NVIDIA driver, and what torch has for it…</source>
        <translation>NVIDIA 드라이버와 맞는 torch를 확인하는 중…</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>취소(&amp;N)</translation>
    </message>
    <message>
        <source>It cannot be told what your card needs</source>
        <translation>그래픽 카드에 무엇이 필요한지 알 수 없습니다</translation>
    </message>
    <message>
        <source>Looking for a graphics card</source>
        <translation>그래픽 카드 찾는 중</translation>
    </message>
    <message>
        <source>Pictures are made with the processor</source>
        <translation>프로세서로 이미지를 만들고 있습니다</translation>
    </message>
    <message>
        <source>The processor is used again</source>
        <translation>다시 프로세서를 사용합니다</translation>
    </message>
    <message>
        <source>This start still uses the card; what it needs of the disk is free after the next one.</source>
        <translation>이번 실행에서는 아직 그래픽 카드를 사용합니다. 디스크 공간은 다음에 시작하면 확보됩니다.</translation>
    </message>
    <message>
        <source>Trying it</source>
        <translation>시험 실행 중</translation>
    </message>
    <message>
        <source>Use my GPU</source>
        <translation>내 GPU 사용</translation>
    </message>
    <message>
        <source>Use the &amp;processor again…</source>
        <translation>다시 프로세서 사용(&amp;P)…</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used yet</source>
        <translation>아직 그래픽 카드를 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>Your graphics card is not used</source>
        <translation>그래픽 카드를 사용하지 않고 있습니다</translation>
    </message>
    <message>
        <source>Your graphics card is ready</source>
        <translation>그래픽 카드가 준비되었습니다</translation>
    </message>
    <message>
        <source>torch starts and computes on the card, in a process of its own…</source>
        <translation>별도의 프로세스에서 torch를 시작하고 그래픽 카드로 계산해 보는 중…</translation>
    </message>
    <message>
        <source>torch {version} is fetched, but did not start on this computer. A newer driver may help.</source>
        <translation>torch {version}을(를) 받았지만 이 컴퓨터에서 시작되지 않았습니다. 더 새로운 드라이버를 설치하면 해결될 수 있습니다.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size}의 공간이 확보되었습니다.</translation>
    </message>
    <message>
        <source>“{card}” has passed its trial. It is used once the app has started anew.</source>
        <translation>“{card}”이(가) 시험 실행을 통과했습니다. 앱을 다시 시작하면 사용합니다.</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>&amp;Run&apos;s own: {scale}</source>
        <translation>이 실행의 값(&amp;R): {scale}</translation>
    </message>
    <message>
        <source>Another guidance scale</source>
        <translation>다른 가이던스 스케일</translation>
    </message>
    <message>
        <source>At each step the network answers twice, without and with your prompt; the difference, times the guidance scale, pulls the picture towards the prompt.</source>
        <translation>스텝마다 네트워크는 프롬프트 없이 한 번, 프롬프트와 함께 한 번, 두 번 답합니다. 그 차이에 가이던스 스케일을 곱한 만큼 이미지가 프롬프트 쪽으로 끌려갑니다.</translation>
    </message>
    <message>
        <source>Back to the run&apos;s own scale, {scale}</source>
        <translation>이 실행의 가이던스 스케일 {scale}(으)로 되돌리기</translation>
    </message>
    <message>
        <source>Channel of the latents</source>
        <translation>잠재 표현의 채널</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>채널 {number}</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>가이던스</translation>
    </message>
    <message>
        <source>The answers from −{end} (blue) to {end} (orange), their difference from −{small} to {small}: it is {share} % of the answer in size.</source>
        <translation>두 답은 −{end}(파랑)~{end}(주황), 그 차이는 −{small}~{small}: 차이의 크기는 답의 {share}%입니다.</translation>
    </message>
    <message>
        <source>The formula of guidance</source>
        <translation>가이던스 공식</translation>
    </message>
    <message>
        <source>The network&apos;s answers</source>
        <translation>네트워크의 답</translation>
    </message>
    <message>
        <source>The predicted picture x₀</source>
        <translation>예측 이미지 x₀</translation>
    </message>
    <message>
        <source>Try another guidance scale &amp;s</source>
        <translation>다른 가이던스 스케일 s 시도(&amp;S)</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>s = {scale}</source>
        <translation>s = {scale}</translation>
    </message>
    <message>
        <source>s = {scale}, the run&apos;s own</source>
        <translation>s = {scale}, 이 실행의 값</translation>
    </message>
    <message>
        <source>with</source>
        <translation>함께</translation>
    </message>
    <message>
        <source>with the prompt</source>
        <translation>프롬프트와 함께</translation>
    </message>
    <message>
        <source>without</source>
        <translation>없이</translation>
    </message>
    <message>
        <source>without the prompt</source>
        <translation>프롬프트 없이</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>{rows} × {columns} numbers, from {low} to {high}, mean {mean}.</source>
        <translation>숫자 {rows} × {columns}개, {low}~{high}, 평균 {mean}.</translation>
    </message>
</context>
<context>
    <name>HelpControl</name>
    <message>
        <source>&amp;Save…</source>
        <translation>저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Copy diagnostics…</source>
        <translation>진단 정보 복사…</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>진단 정보</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>아직 기록된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>진단 정보 저장</translation>
    </message>
    <message>
        <source>Show all &amp;licences</source>
        <translation>모든 라이선스 보기(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>폴더 열어 보기(&amp;F)</translation>
    </message>
    <message>
        <source>The app ended all of a sudden last time. Your finished pictures are safe; the log has what helps to mend it.</source>
        <translation>지난번에 앱이 갑자기 종료되었습니다. 완성된 이미지는 안전합니다. 문제 해결에 도움이 되는 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>타사 고지 사항</translation>
    </message>
    <message>
        <source>This is what a report of a problem needs. Your name, your folders, tokens and prompts are left out. Nothing is sent: look through it, copy it, and put it into the report yourself.</source>
        <translation>문제를 신고할 때 필요한 정보입니다. 사용자 이름, 폴더, 토큰, 프롬프트는 빠져 있습니다. 아무것도 전송하지 않으니 살펴보고 복사하여 신고에 직접 넣으세요.</translation>
    </message>
    <message>
        <source>What the app has noted, the latest at the end. It stays on this computer.</source>
        <translation>앱이 기록한 내용이며 최신 내용이 끝에 있습니다. 이 컴퓨터에만 남습니다.</translation>
    </message>
    <message>
        <source>Whose work is in this app besides its own, and under which licences.</source>
        <translation>이 앱에 포함된 다른 사람들의 저작물과 그 라이선스입니다.</translation>
    </message>
</context>
<context>
    <name>ImportControl</name>
    <message>
        <source>Could not be read: {count}, such as “{name}”.</source>
        <translation>읽지 못함: {count}개. 예: “{name}”.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>세부 정보…</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>읽지 못한 파일</translation>
    </message>
    <message>
        <source>Imported: {pictures}.</source>
        <translation>가져옴: {pictures}.</translation>
    </message>
    <message>
        <source>Importing: {done} of {total}</source>
        <translation>가져오는 중: {done}/{total}</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>가져오는 중…</translation>
    </message>
    <message>
        <source>In the gallery already: {count}.</source>
        <translation>이미 갤러리에 있음: {count}개.</translation>
    </message>
    <message>
        <source>Stop importing</source>
        <translation>가져오기 중지</translation>
    </message>
    <message>
        <source>The import was stopped. Imported: {pictures}.</source>
        <translation>가져오기를 중지했습니다. 가져옴: {pictures}.</translation>
    </message>
    <message>
        <source>There under another name: {count}.</source>
        <translation>다른 이름으로 있음: {count}개.</translation>
    </message>
    <message>
        <source>gone: {count}</source>
        <translation>사라짐: {count}개</translation>
    </message>
    <message>
        <source>new: {count}</source>
        <translation>새로 추가: {count}개</translation>
    </message>
    <message>
        <source>{folder}: {changes}</source>
        <translation>{folder}: {changes}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>폴더(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>가져오기(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Watch the folder, and import what comes later too</source>
        <translation>폴더를 감시하여 나중에 생긴 이미지도 가져오기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Watch the folders, and import what comes later too</source>
        <translation>폴더를 감시하여 나중에 생긴 이미지도 가져오기(&amp;W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Copy them into the pictures folder</source>
        <translation>이미지 폴더로 복사</translation>
    </message>
    <message>
        <source>F&amp;iles</source>
        <translation>파일(&amp;I)</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>이미지 폴더</translation>
    </message>
    <message>
        <source>Folders with their &amp;subfolders</source>
        <translation>하위 폴더까지 포함(&amp;S)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>이미지 가져오기</translation>
    </message>
    <message>
        <source>Import what was dropped</source>
        <translation>끌어다 놓은 항목 가져오기</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>원래 위치에 그대로 두기</translation>
    </message>
    <message>
        <source>Nothing is copied. What is deleted there leaves the gallery too.</source>
        <translation>아무것도 복사하지 않습니다. 그곳에서 삭제된 이미지는 갤러리에서도 빠집니다.</translation>
    </message>
    <message>
        <source>The originals are not touched; the copies belong to the gallery.</source>
        <translation>원본은 건드리지 않습니다. 사본은 갤러리에 속합니다.</translation>
    </message>
    <message>
        <source>Watch the folder</source>
        <translation>폴더 감시</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>감시 폴더</translation>
    </message>
    <message>
        <source>Watched folders ({count})</source>
        <translation>감시 폴더({count})</translation>
    </message>
    <message>
        <source>What becomes of the files</source>
        <translation>파일 처리 방법</translation>
    </message>
    <message>
        <source>With its &amp;subfolders</source>
        <translation>하위 폴더 포함(&amp;S)</translation>
    </message>
    <message>
        <source>With its subfolders</source>
        <translation>하위 폴더 포함</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
</context>
<context>
    <name>LabelPopup</name>
    <message>
        <source>Collection</source>
        <translation>컬렉션</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>컬렉션</translation>
    </message>
    <message numerus="yes">
        <source>Collections of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개의 컬렉션</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Enter adds “{name}”.</source>
        <translation>Enter 키를 누르면 “{name}”을(를) 추가합니다.</translation>
    </message>
    <message>
        <source>Enter renames “{name}”.</source>
        <translation>Enter 키를 누르면 이름이 “{name}”(으)로 바뀝니다.</translation>
    </message>
    <message>
        <source>Find or add a collection</source>
        <translation>컬렉션 찾기 또는 추가</translation>
    </message>
    <message>
        <source>Find or add a tag</source>
        <translation>태그 찾기 또는 추가</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개의 태그</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a name and press Enter.</source>
        <translation>이름을 입력하고 Enter 키를 누르세요.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation>
            <numerusform>다운로드 %Ln회</numerusform>
        </translation>
    </message>
    <message>
        <source>A model of the hub</source>
        <translation>허브의 모델</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>허브에 문의하는 중…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>내장</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>Comes with the app</source>
        <translation>앱에 포함됨</translation>
    </message>
    <message>
        <source>Denoiser</source>
        <translation>디노이저</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Flow (velocity)</source>
        <translation>흐름(velocity)</translation>
    </message>
    <message>
        <source>Found in a folder of models</source>
        <translation>모델 폴더에서 찾음</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 캐시</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>모델 폴더</translation>
    </message>
    <message>
        <source>Noise (epsilon)</source>
        <translation>노이즈(epsilon)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>직접 연 모델</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Paused · {amount}</source>
        <translation>일시 정지됨 · {amount}</translation>
    </message>
    <message>
        <source>Picture (sample)</source>
        <translation>이미지(sample)</translation>
    </message>
    <message>
        <source>Textual inversion</source>
        <translation>텍스추얼 인버전</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>다운로드 가능</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Velocity (v-prediction)</source>
        <translation>속도(v-prediction)</translation>
    </message>
    <message>
        <source>Waits for another download</source>
        <translation>다른 다운로드를 기다리는 중</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>{amount} · tries again in {time}</source>
        <translation>{amount} · {time} 후 다시 시도</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}시간</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}분</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{cuda} on a GPU, {cpu} without</source>
        <translation>GPU 사용 시 {cuda}, 미사용 시 {cpu}</translation>
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
        <translation>{speed}/초</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>폴더 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>경로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>다운로드(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Enter a token…</source>
        <translation>토큰 입력(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>불러오기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <translation>웹 페이지 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>계속(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Set as default</source>
        <translation>기본값으로 설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>다시 시도(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo delete</source>
        <translation>삭제 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>사용(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>검증(&amp;V)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation>삭제(&amp;I)</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Move to &amp;trash…</source>
        <translation>휴지통으로 이동(&amp;T)…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Stop &amp;using</source>
        <translation>사용 중지(&amp;U)</translation>
    </message>
    <message>
        <source>Stop &amp;verifying</source>
        <translation>검증 중지(&amp;V)</translation>
    </message>
    <message>
        <source>Take off the &amp;list</source>
        <translation>목록에서 제거(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LibraryControl</name>
    <message>
        <source>Load</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>Not there: the folder “{folder}”</source>
        <translation>폴더 없음: “{folder}”</translation>
    </message>
    <message>
        <source>Once called {name}</source>
        <translation>이전 이름: {name}</translation>
    </message>
    <message>
        <source>Searching the hub…</source>
        <translation>허브 검색 중…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message numerus="yes">
        <source>The hub has %Ln model(s) for “{words}”</source>
        <translation>
            <numerusform>허브에 “{words}” 모델이 %Ln개 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is downloaded.</source>
        <translation>“{name}” 다운로드가 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>A model of the hub is found by its whole name, as owner/name.</source>
        <translation>허브의 모델은 owner/name 형식의 전체 이름으로 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>Add the folder where they are, such as A1111&apos;s or ComfyUI&apos;s: nothing is copied. Or drop a folder or a .safetensors file here.</source>
        <translation>A1111이나 ComfyUI의 폴더처럼 모델이 있는 폴더를 추가하세요. 아무것도 복사하지 않습니다. 폴더나 .safetensors 파일을 여기에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Choose a model under “To download”. Pictures can be made meanwhile.</source>
        <translation>“다운로드 가능”에서 모델을 선택하세요. 그동안에도 이미지를 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>모델을 찾는 중…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>No models of your own yet</source>
        <translation>아직 내 모델이 없습니다</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>다운로드 중인 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing to download</source>
        <translation>다운로드할 것이 없습니다</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>모델 검색</translation>
    </message>
    <message>
        <source>Search, or type a model of the hub as owner/name</source>
        <translation>검색하거나 허브의 모델을 owner/name 형식으로 입력</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>삭제 취소</translation>
    </message>
    <message>
        <source>You are offline by choice.</source>
        <translation>오프라인으로 설정되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>LoraRow</name>
    <message>
        <source>1 is as trained, 0 leaves it without effect</source>
        <translation>1은 학습된 그대로, 0은 효과 없음</translation>
    </message>
    <message>
        <source>Apply earlier</source>
        <translation>더 먼저 적용</translation>
    </message>
    <message>
        <source>Apply later</source>
        <translation>더 나중에 적용</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} 사용</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name}의 가중치</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln finished picture(s) could not be saved and would be lost.</source>
        <translation>
            <numerusform>완성된 이미지 %Ln개를 저장하지 못해 잃게 됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>From the next start on, pictures are kept in “{folder}” and the gallery shows that folder. Pictures made so far stay where they are.</source>
        <translation>다음에 시작할 때부터 이미지를 “{folder}”에 보관하고 갤러리도 그 폴더를 표시합니다. 지금까지 만든 이미지는 원래 위치에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Gallery and queue</source>
        <translation>갤러리와 대기열</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>모델 파일 열기</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>모델 폴더 열기</translation>
    </message>
    <message>
        <source>Pictures are not saved</source>
        <translation>이미지가 저장되지 않았습니다</translation>
    </message>
    <message>
        <source>Pictures folder</source>
        <translation>이미지 폴더</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>Previews: {share} % of the time · {decoder}</source>
        <translation>미리보기: 시간의 {share}% · {decoder}</translation>
    </message>
    <message>
        <source>Prompt and settings</source>
        <translation>프롬프트와 설정</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>그래도 끝내기</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>다른 이름으로 이미지 저장</translation>
    </message>
    <message>
        <source>Show the picture&apos;s pixels instead of smoothing them</source>
        <translation>이미지를 부드럽게 하지 않고 픽셀 그대로 표시</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>머무르기</translation>
    </message>
    <message>
        <source>quick estimate</source>
        <translation>빠른 추정</translation>
    </message>
    <message>
        <source>the model&apos;s VAE</source>
        <translation>모델의 VAE</translation>
    </message>
    <message>
        <source>the very pixels</source>
        <translation>픽셀 그대로</translation>
    </message>
    <message>
        <source>tiny autoencoder</source>
        <translation>소형 오토인코더</translation>
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
        <translation>코드</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>구성도</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>The map appears when the model is loaded.</source>
        <translation>모델을 불러오면 구성도가 표시됩니다.</translation>
    </message>
    <message>
        <source>These are the parts of the model in memory and the tensors they hand on to each other when a picture of your size is made. The part at work is lit. Press one to see what it is made of.</source>
        <translation>메모리에 있는 모델의 구성 요소와, 지금 크기의 이미지를 만들 때 서로 주고받는 텐서입니다. 작동 중인 구성 요소에 불이 들어옵니다. 누르면 무엇으로 이루어졌는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>What is shown of the part</source>
        <translation>구성 요소에서 표시할 내용</translation>
    </message>
    <message>
        <source>What the part is made of</source>
        <translation>구성 요소의 내용</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>가중치 없음</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
    </message>
    <message>
        <source>{name}: {count} parameters, {size} in memory</source>
        <translation>{name}: 매개변수 {count}개, 메모리 {size}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Denoising</source>
        <translation>노이즈 제거(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>생성(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>언어(&amp;N)</translation>
    </message>
    <message>
        <source>Ratin&amp;g</source>
        <translation>별점(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Amplification</source>
        <translation>증폭</translation>
    </message>
    <message>
        <source>Amplified</source>
        <translation>증폭</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>깜박이기</translation>
    </message>
    <message>
        <source>Blink by itself</source>
        <translation>자동 깜박이기</translation>
    </message>
    <message>
        <source>Blink by itself (P)</source>
        <translation>자동 깜박이기(P)</translation>
    </message>
    <message>
        <source>Changes a second</source>
        <translation>초당 전환 횟수</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>비교하는 중…</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Drag the line, or move it with ← and →</source>
        <translation>선을 끌거나 ←, → 키로 움직이세요</translation>
    </message>
    <message>
        <source>Hold Space to see B</source>
        <translation>스페이스바를 누르고 있으면 B가 보입니다</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>슬라이더</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A와 B 맞바꾸기</translation>
    </message>
    <message>
        <source>The same, pixel for pixel</source>
        <translation>픽셀 하나까지 같음</translation>
    </message>
    <message>
        <source>Zoom and pan go together</source>
        <translation>확대와 이동이 함께 적용됩니다</translation>
    </message>
    <message>
        <source>{rate} × a second</source>
        <translation>초당 {rate}회</translation>
    </message>
    <message>
        <source>{share} % of the pixels differ · {mean} % on average · at most {most} %</source>
        <translation>픽셀의 {share}%가 다름 · 평균 {mean}% · 최대 {most}%</translation>
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
        <translation>모든 모델</translation>
    </message>
    <message>
        <source>All models: yours, and more to download</source>
        <translation>모든 모델: 내 모델과 다운로드 가능한 모델</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>모델 더 보기…</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>모델 폴더 열기</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>모델 폴더 열기…</translation>
    </message>
</context>
<context>
    <name>NeighbourStrip</name>
    <message>
        <source>Neighbours</source>
        <translation>이웃 이미지</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln바이트</numerusform>
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
        <translation>빌드</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>그래픽 카드</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>From</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>It is used once the app has started anew.</source>
        <translation>앱을 다시 시작하면 사용합니다.</translation>
    </message>
    <message>
        <source>Make pictures with your graphics card</source>
        <translation>그래픽 카드로 이미지 만들기</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>필요한 것</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Pictures are made with it since the start of the app.</source>
        <translation>앱을 시작할 때부터 그래픽 카드로 이미지를 만들고 있습니다.</translation>
    </message>
    <message>
        <source>The app comes with torch for the processor. For your card it needs another build of it, which is fetched once and kept on this computer.</source>
        <translation>앱에는 프로세서용 torch가 포함되어 있습니다. 그래픽 카드를 쓰려면 다른 빌드가 필요하며, 한 번만 받아 이 컴퓨터에 보관합니다.</translation>
    </message>
    <message>
        <source>There is not enough room: {size} are needed while it is unpacked.</source>
        <translation>공간이 부족합니다. 압축을 푸는 동안 {size}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>What was fetched before (torch {version}) is for another version of the app; it is removed once the new one works.</source>
        <translation>이전에 받은 것(torch {version})은 다른 버전의 앱용입니다. 새 것이 작동하면 제거합니다.</translation>
    </message>
    <message>
        <source>Your graphics card is ready</source>
        <translation>그래픽 카드가 준비되었습니다</translation>
    </message>
    <message>
        <source>Your graphics card is used</source>
        <translation>그래픽 카드를 사용하고 있습니다</translation>
    </message>
    <message>
        <source>about {size}; {free} are free</source>
        <translation>약 {size}, 여유 공간 {free}</translation>
    </message>
    <message>
        <source>{size}, of which {there} are here already</source>
        <translation>{size}, 그중 {there}은(는) 이미 받음</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>폴더 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>목록에서 빼기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Offline: ask nothing of the network</source>
        <translation>오프라인: 네트워크에 아무것도 요청하지 않음(&amp;O)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>모델 폴더 추가</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>허브 주소</translation>
    </message>
    <message>
        <source>Address of the hub, or of a mirror of it</source>
        <translation>허브 또는 미러의 주소</translation>
    </message>
    <message>
        <source>An address begins with https://, as in https://huggingface.co.</source>
        <translation>주소는 https://huggingface.co처럼 https://로 시작합니다.</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Folders of models</source>
        <translation>모델 폴더</translation>
    </message>
    <message>
        <source>Forget the &amp;token</source>
        <translation>토큰 지우기(&amp;T)</translation>
    </message>
    <message>
        <source>Forget the folder</source>
        <translation>폴더를 목록에서 빼기</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>토큰 지우기</translation>
    </message>
    <message>
        <source>Looked through where they are, such as the models folder of A1111 or ComfyUI; nothing is copied. Forgetting one leaves its files alone.</source>
        <translation>A1111이나 ComfyUI의 모델 폴더처럼 있는 자리에서 살펴보며, 아무것도 복사하지 않습니다. 목록에서 빼도 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>Settings of the library</source>
        <translation>라이브러리 설정</translation>
    </message>
    <message>
        <source>The token for this hub, if there is one, is kept by the system&apos;s keyring.</source>
        <translation>이 허브의 토큰이 있으면 시스템 키링에 보관됩니다.</translation>
    </message>
    <message>
        <source>The token is forgotten.</source>
        <translation>토큰을 지웠습니다.</translation>
    </message>
    <message>
        <source>There was no token.</source>
        <translation>토큰이 없었습니다.</translation>
    </message>
</context>
<context>
    <name>OrderControl</name>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>{what} 다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>{what} 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>다시 실행함: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>실행 취소함: {what}</translation>
    </message>
    <message numerus="yes">
        <source>collection “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개의 컬렉션 “{name}” 변경</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>favourite mark of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개의 즐겨찾기 변경</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rating of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개의 별점 변경</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개의 태그 “{name}” 변경</numerusform>
        </translation>
    </message>
    <message>
        <source>deleting of the collection “{name}”</source>
        <translation>컬렉션 “{name}” 삭제</translation>
    </message>
    <message>
        <source>renaming of “{name}”</source>
        <translation>“{name}” 이름 바꾸기</translation>
    </message>
</context>
<context>
    <name>PairedStrips</name>
    <message>
        <source>Steps of both runs</source>
        <translation>두 실행의 스텝</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <source>Plain diffusers; it gives the same numbers as it stands.</source>
        <translation>일반 diffusers 코드입니다. 그대로 실행하면 같은 숫자가 나옵니다.</translation>
    </message>
    <message>
        <source>Progress of the answer</source>
        <translation>답의 진행률</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)…</source>
        <translation>이미지로 저장(PNG)…</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)…</source>
        <translation>숫자 저장(CSV)…</translation>
    </message>
    <message>
        <source>Show the &amp;code</source>
        <translation>코드 보기(&amp;C)</translation>
    </message>
    <message>
        <source>The code comes together with the numbers.</source>
        <translation>코드는 숫자와 함께 표시됩니다.</translation>
    </message>
    <message>
        <source>The code of {title}</source>
        <translation>{title}의 코드</translation>
    </message>
</context>
<context>
    <name>PartField</name>
    <message>
        <source>Choose a file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>모델에 포함된 것</translation>
    </message>
</context>
<context>
    <name>PictureExportControl</name>
    <message>
        <source>Contact sheet in “{folder}”: {pictures}.</source>
        <translation>“{folder}”의 콘택트 시트: {pictures}.</translation>
    </message>
    <message>
        <source>Could not be read: {count}.</source>
        <translation>읽지 못함: {count}개.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>세부 정보…</translation>
    </message>
    <message>
        <source>Exported to “{folder}”: {pictures}.</source>
        <translation>“{folder}”(으)로 내보냄: {pictures}.</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>내보내는 중: {done}/{total}</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>내보내는 중…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Pictures that could not be read</source>
        <translation>읽지 못한 이미지</translation>
    </message>
    <message>
        <source>Stop exporting</source>
        <translation>내보내기 중지</translation>
    </message>
    <message>
        <source>The export was stopped. In “{folder}”: {pictures}.</source>
        <translation>내보내기를 중지했습니다. “{folder}”에 있는 것: {pictures}.</translation>
    </message>
    <message>
        <source>Without settings, for which the format has no room: {count}.</source>
        <translation>형식에 자리가 없어 설정이 빠짐: {count}개.</translation>
    </message>
</context>
<context>
    <name>PictureExportDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>품질(&amp;Q)</translation>
    </message>
    <message>
        <source>A sheet shows seed and prompt below each picture.</source>
        <translation>시트의 각 이미지 아래에 시드와 프롬프트가 표시됩니다.</translation>
    </message>
    <message>
        <source>All in one PNG, with seed and prompt</source>
        <translation>모두 PNG 한 장에, 시드와 프롬프트 포함</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>콘택트 시트</translation>
    </message>
    <message>
        <source>Every pixel as it is</source>
        <translation>모든 픽셀 그대로</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln picture(s)</source>
        <translation>
            <numerusform>이미지 %Ln개 내보내기</numerusform>
        </translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>폴더(&amp;O)</translation>
    </message>
    <message>
        <source>Files that are there already are never replaced.</source>
        <translation>이미 있는 파일은 절대 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Folder to export to</source>
        <translation>내보낼 폴더</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Keep the &amp;settings in the files</source>
        <translation>파일에 설정 유지(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the settings in the files</source>
        <translation>파일에 설정 유지</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Put together from {fields}</source>
        <translation>사용할 수 있는 항목: {fields}</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>Small, and every program shows it</source>
        <translation>작고, 어떤 프로그램에서나 보임</translation>
    </message>
    <message>
        <source>Smaller still, for web pages</source>
        <translation>더 작음, 웹 페이지용</translation>
    </message>
    <message>
        <source>The files tell nothing of how they were made.</source>
        <translation>파일에는 만든 방법에 대한 정보가 남지 않습니다.</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>Whoever gets the files can read prompt and seed.</source>
        <translation>파일을 받는 사람은 누구나 프롬프트와 시드를 읽을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Picture {letter}</source>
        <translation>이미지 {letter}</translation>
    </message>
    <message>
        <source>Take {letter} out</source>
        <translation>{letter} 빼기</translation>
    </message>
    <message>
        <source>This picture cannot be shown: its file is missing or damaged.</source>
        <translation>이 이미지를 표시할 수 없습니다. 파일이 없거나 손상되었습니다.</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Use the picture on the canvas</source>
        <translation>캔버스의 이미지 사용(&amp;U)</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>이미지를 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>이미지 열기</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP.</source>
        <translation>PNG, JPEG 또는 WebP.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>“{name}” 읽는 중…</translation>
    </message>
    <message>
        <source>The picture could not be read; the log has the details.</source>
        <translation>이미지를 읽지 못했습니다. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>There is no picture on the canvas. Make or choose one first.</source>
        <translation>캔버스에 이미지가 없습니다. 먼저 이미지를 만들거나 선택하세요.</translation>
    </message>
    <message>
        <source>Use the picture on the canvas</source>
        <translation>캔버스의 이미지 사용</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}</source>
        <translation>{name}, {width} × {height}</translation>
    </message>
    <message>
        <source>{name}, {width} × {height}, shrunk to {small_width} × {small_height}</source>
        <translation>{name}, {width} × {height}, {small_width} × {small_height}(으)로 줄임</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Here: {told}.</source>
        <translation>여기: {told}.</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln point(s), from {first} to {last}, least {least}, most {most}.</source>
        <translation>
            <numerusform>{name}: 점 %Ln개, {first}~{last}, 최솟값 {least}, 최댓값 {most}.</numerusform>
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
        <translation>이미지와 함께 항상 노이즈 제거 과정 보관(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;May take up to</source>
        <translation>사용 시간 한도(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Show a preview</source>
        <translation>미리보기 표시(&amp;S)</translation>
    </message>
    <message>
        <source>A small network that stands in for the VAE of your model: a folder in diffusers&apos; format.</source>
        <translation>모델의 VAE를 대신하는 작은 네트워크입니다. diffusers 형식의 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Always keep the denoising with the picture</source>
        <translation>이미지와 함께 항상 노이즈 제거 과정 보관</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>선택(&amp;H)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>지우기(&amp;L)</translation>
    </message>
    <message>
        <source>Choose the tiny autoencoder&apos;s folder</source>
        <translation>소형 오토인코더의 폴더 선택</translation>
    </message>
    <message>
        <source>Every 10th step</source>
        <translation>10스텝마다</translation>
    </message>
    <message>
        <source>Every 2nd step</source>
        <translation>2스텝마다</translation>
    </message>
    <message>
        <source>Every 5th step</source>
        <translation>5스텝마다</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>모든 스텝</translation>
    </message>
    <message>
        <source>Memory for &amp;denoisings</source>
        <translation>노이즈 제거 과정용 메모리(&amp;D)</translation>
    </message>
    <message>
        <source>Memory for denoisings, in megabytes</source>
        <translation>노이즈 제거 과정에 쓸 메모리(MB)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>표시 안 함</translation>
    </message>
    <message numerus="yes">
        <source>One in %Ln step(s)</source>
        <translation>
            <numerusform>%Ln스텝마다</numerusform>
        </translation>
    </message>
    <message>
        <source>Percent of the denoising time that previews may take</source>
        <translation>미리보기에 쓸 수 있는 노이즈 제거 시간의 비율(%)</translation>
    </message>
    <message>
        <source>Previews</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>Show a preview</source>
        <translation>미리보기 표시</translation>
    </message>
    <message>
        <source>The best decoder that fits is used: the model&apos;s own VAE, a tiny autoencoder if you have one, else a quick estimate.</source>
        <translation>조건에 맞는 가장 좋은 디코더를 사용합니다. 모델의 VAE, 있으면 소형 오토인코더, 그 밖에는 빠른 추정 순입니다.</translation>
    </message>
    <message>
        <source>Tiny autoencoder</source>
        <translation>소형 오토인코더</translation>
    </message>
    <message>
        <source>Use no tiny autoencoder</source>
        <translation>소형 오토인코더 사용 안 함</translation>
    </message>
    <message>
        <source>for those of the latest pictures</source>
        <translation>(최근 이미지의 과정용)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>of the denoising time</source>
        <translation>(노이즈 제거 시간 대비)</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>&amp;Prompt</source>
        <translation>프롬프트(&amp;P)</translation>
    </message>
    <message>
        <source>Describe the picture</source>
        <translation>이미지를 설명하세요</translation>
    </message>
    <message>
        <source>Fills in a prompt that this model can draw</source>
        <translation>이 모델이 그릴 수 있는 프롬프트를 채워 넣습니다</translation>
    </message>
    <message numerus="yes">
        <source>Knows %Ln thing(s)</source>
        <translation>
            <numerusform>아는 사물 %Ln가지</numerusform>
        </translation>
    </message>
    <message>
        <source>Knows {things} things in {colours} colours: click to see and insert</source>
        <translation>{colours}가지 색의 사물 {things}가지를 압니다. 클릭하면 보고 넣을 수 있습니다</translation>
    </message>
    <message>
        <source>Length of the prompt</source>
        <translation>프롬프트 길이</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>S&amp;urprise me</source>
        <translation>무작위 추천(&amp;U)</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>무작위 추천</translation>
    </message>
    <message>
        <source>The model reads up to “…{end}”; the rest is ignored.</source>
        <translation>모델은 “…{end}”까지만 읽고 나머지는 무시합니다.</translation>
    </message>
    <message>
        <source>Try: {example}</source>
        <translation>예: {example}</translation>
    </message>
    <message>
        <source>Words this model knows</source>
        <translation>이 모델이 아는 단어</translation>
    </message>
    <message>
        <source>{tokens} / {most} tokens</source>
        <translation>{tokens}/{most} 토큰</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>&amp;Advanced</source>
        <translation>고급(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>고정(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>모델(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Negative prompt</source>
        <translation>네거티브 프롬프트(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>시드(&amp;S)</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Guidance sca&amp;le</source>
        <translation>가이던스 스케일(&amp;L)</translation>
    </message>
    <message>
        <source>Guidance scale</source>
        <translation>가이던스 스케일</translation>
    </message>
    <message>
        <source>How closely the picture follows the prompt; very high values look burnt</source>
        <translation>이미지가 프롬프트를 따르는 정도입니다. 값이 너무 크면 색이 타 버린 듯 보입니다</translation>
    </message>
    <message>
        <source>Keep the seed</source>
        <translation>시드 고정</translation>
    </message>
    <message>
        <source>Make the picture</source>
        <translation>이미지 만들기</translation>
    </message>
    <message>
        <source>More steps take longer and add detail</source>
        <translation>스텝이 많을수록 오래 걸리고 더 세밀해집니다</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>New random seed</source>
        <translation>새 무작위 시드</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>이미지 수</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>이미지 수(&amp;I)</translation>
    </message>
    <message>
        <source>Pictures per Generate, with consecutive seeds</source>
        <translation>한 번에 생성할 이미지 수(연속된 시드 사용)</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>스텝(&amp;T)</translation>
    </message>
    <message>
        <source>Sche&amp;duler</source>
        <translation>스케줄러(&amp;D)</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>중지하고 보관</translation>
    </message>
    <message>
        <source>Stop this press of Generate ({stop}); {stop_all} stops all</source>
        <translation>이번 생성 중지({stop}), {stop_all}은(는) 모두 중지</translation>
    </message>
    <message>
        <source>Stop, and keep what is seen now as the picture</source>
        <translation>중지하고 지금 보이는 것을 이미지로 보관</translation>
    </message>
    <message>
        <source>{generate} to generate · {stop} to stop</source>
        <translation>{generate} 생성 · {stop} 중지</translation>
    </message>
    <message>
        <source>The same seed and settings give the same picture</source>
        <translation>시드와 설정이 같으면 같은 이미지가 나옵니다</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on.</source>
        <translation>이 모델은 프롬프트를 읽지 않고 학습한 것을 그립니다.</translation>
    </message>
    <message>
        <source>Use this seed again; otherwise each Generate chooses a new one</source>
        <translation>이 시드를 다시 사용합니다. 아니면 생성할 때마다 새 시드를 고릅니다</translation>
    </message>
    <message>
        <source>What the picture should not show</source>
        <translation>이미지에 나타나지 않아야 할 것</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln스텝</numerusform>
        </translation>
    </message>
    <message>
        <source>(no prompt)</source>
        <translation>(프롬프트 없음)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>&amp;Clear queue</source>
        <translation>대기열 비우기(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) to make</source>
        <translation>
            <numerusform>만들 이미지 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear queue</source>
        <translation>대기열 비우기</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Nothing waits. Each press of Generate puts its pictures here.</source>
        <translation>기다리는 것이 없습니다. “생성”을 누를 때마다 이미지가 여기에 쌓입니다.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Stops what runs and drops what waits</source>
        <translation>실행 중인 것을 중지하고 기다리는 것을 뺍니다</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Words by attention</source>
        <translation>어텐션순 단어</translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>Rating</source>
        <translation>별점</translation>
    </message>
    <message>
        <source>Rating (keys 1 to 5, 0 for none) and favourite (F)</source>
        <translation>별점(1~5 키, 0은 없음)과 즐겨찾기(F)</translation>
    </message>
    <message>
        <source>{rating} of {most}</source>
        <translation>{rating}/{most}</translation>
    </message>
    <message>
        <source>{rating}, favourite</source>
        <translation>{rating}, 즐겨찾기</translation>
    </message>
</context>
<context>
    <name>Reuse</name>
    <message>
        <source>And {count} more of the kind.</source>
        <translation>비슷한 항목이 {count}개 더 있습니다.</translation>
    </message>
    <message>
        <source>The model in use cannot be run with “{name}”: the scheduler stays.</source>
        <translation>사용 중인 모델은 “{name}”(으)로 실행할 수 없습니다. 스케줄러를 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The model “{name}” is not on this machine: the present one stays.</source>
        <translation>“{name}” 모델이 이 컴퓨터에 없습니다. 지금 모델을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The picture does not say which model made it: the present one stays.</source>
        <translation>이미지에 어떤 모델로 만들었는지 나와 있지 않습니다. 지금 모델을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>another one each time</source>
        <translation>매번 다른 시드</translation>
    </message>
    <message>
        <source>“{name}” is not on this machine: it is left out.</source>
        <translation>“{name}”이(가) 이 컴퓨터에 없어 제외합니다.</translation>
    </message>
</context>
<context>
    <name>ReuseControl</name>
    <message>
        <source>Settings taken over, but for what this model does not take: {names}.</source>
        <translation>설정을 적용했습니다. 이 모델이 지원하지 않는 항목은 제외했습니다: {names}.</translation>
    </message>
    <message>
        <source>Settings taken over.</source>
        <translation>설정을 적용했습니다.</translation>
    </message>
    <message>
        <source>The panel has these settings already.</source>
        <translation>패널의 설정이 이미 같습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>ReuseDialog</name>
    <message>
        <source>&amp;All</source>
        <translation>모두(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Don’t ask when nothing is missing</source>
        <translation>빠진 것이 없으면 묻지 않음(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>적용(&amp;T)</translation>
    </message>
    <message>
        <source>Don’t ask when nothing is missing</source>
        <translation>빠진 것이 없으면 묻지 않음</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Only the &amp;prompt</source>
        <translation>프롬프트만(&amp;P)</translation>
    </message>
    <message>
        <source>Only the s&amp;eed</source>
        <translation>시드만(&amp;E)</translation>
    </message>
    <message>
        <source>Open the model &amp;library</source>
        <translation>모델 라이브러리 열기(&amp;L)</translation>
    </message>
    <message>
        <source>Open the model library</source>
        <translation>모델 라이브러리 열기</translation>
    </message>
    <message>
        <source>Reuse settings</source>
        <translation>설정 재사용</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Settings that change</source>
        <translation>바뀌는 설정</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>변경 후</translation>
    </message>
    <message>
        <source>What is ticked changes</source>
        <translation>선택한 항목이 바뀝니다</translation>
    </message>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>then</source>
        <translation>변경 후</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>needs a token</source>
        <translation>토큰 필요</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Decoding the picture…</source>
        <translation>이미지를 디코딩하는 중…</translation>
    </message>
    <message>
        <source>Denoising · step {index} of {total}</source>
        <translation>노이즈 제거 · 스텝 {index}/{total}</translation>
    </message>
    <message>
        <source>Denoising…</source>
        <translation>노이즈 제거 중…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>모델을 불러오는 중…</translation>
    </message>
    <message>
        <source>Reading the prompt…</source>
        <translation>프롬프트를 읽는 중…</translation>
    </message>
    <message>
        <source>Saving the picture…</source>
        <translation>이미지를 저장하는 중…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}시간 {minutes}분</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}분 {seconds}초</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>{step} · {time} left</source>
        <translation>{step} · {time} 남음</translation>
    </message>
</context>
<context>
    <name>SchedulePane</name>
    <message>
        <source>&amp;Noise</source>
        <translation>노이즈(&amp;N)</translation>
    </message>
    <message>
        <source>A picture forms in steps, each with less noise than the one before. The scheduler decides which: σ is the amount of noise, the timestep t is how the network is told of it, and ᾱ is the share of the picture at each t.</source>
        <translation>이미지는 스텝을 거쳐 만들어지며 스텝마다 노이즈가 줄어듭니다. 그 방식은 스케줄러가 정합니다. σ는 노이즈의 양, 타임스텝 t는 그 양을 네트워크에 알려 주는 값, ᾱ는 각 t에서 이미지가 차지하는 비율입니다.</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>비교 대상(&amp;W)</translation>
    </message>
    <message>
        <source>Compare with another scheduler</source>
        <translation>다른 스케줄러와 비교</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 이미지</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Noise schedule to compare with</source>
        <translation>비교할 노이즈 스케줄</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Share of the picture (alphas_cumprod)</source>
        <translation>이미지의 비율(alphas_cumprod)</translation>
    </message>
    <message>
        <source>The numbers of each step</source>
        <translation>각 스텝의 숫자</translation>
    </message>
    <message>
        <source>The schedule appears when the model is loaded.</source>
        <translation>모델을 불러오면 스케줄이 표시됩니다.</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>이 이미지</translation>
    </message>
    <message>
        <source>Timesteps</source>
        <translation>타임스텝</translation>
    </message>
    <message>
        <source>Whose schedule</source>
        <translation>표시할 스케줄</translation>
    </message>
    <message>
        <source>as the model was trained</source>
        <translation>모델이 학습된 그대로</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>the same scheduler</source>
        <translation>같은 스케줄러</translation>
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
        <translation>검색어 지우기</translation>
    </message>
    <message>
        <source>Search ({keys}), for example:</source>
        <translation>검색({keys}), 예:</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>갤러리 검색</translation>
    </message>
    <message>
        <source>Search words, tag:…</source>
        <translation>검색: 단어, tag:…</translation>
    </message>
    <message>
        <source>What this word could be</source>
        <translation>이 단어로 할 수 있는 검색</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Branched</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>가이던스</translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>스케줄러</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Swapped parts</source>
        <translation>교체한 구성 요소</translation>
    </message>
    <message>
        <source>at step {step}</source>
        <translation>스텝 {step}에서</translation>
    </message>
    <message>
        <source>{name} (built in)</source>
        <translation>{name}(내장)</translation>
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
        <translation>차이만 보기(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ</source>
        <translation>
            <numerusform>설정 %Ln개가 다릅니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>차이만 보기</translation>
    </message>
    <message>
        <source>Settings of the pictures</source>
        <translation>이미지의 설정</translation>
    </message>
    <message>
        <source>The settings are the same</source>
        <translation>설정이 같습니다</translation>
    </message>
    <message>
        <source>{setting} (differs)</source>
        <translation>{setting}(다름)</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>A pane by its number</source>
        <translation>번호로 패널 열기</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>여러 개 선택</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+휠</translation>
    </message>
    <message>
        <source>First step, newest step</source>
        <translation>첫 스텝, 최신 스텝</translation>
    </message>
    <message>
        <source>From picture to picture</source>
        <translation>이미지 사이 이동</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>In full size</source>
        <translation>크게 보기에서</translation>
    </message>
    <message>
        <source>In the X-ray</source>
        <translation>엑스레이에서</translation>
    </message>
    <message>
        <source>In the gallery</source>
        <translation>갤러리에서</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>타임라인에서</translation>
    </message>
    <message>
        <source>One step, five steps</source>
        <translation>1스텝, 5스텝</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>다른 것만 보기</translation>
    </message>
    <message>
        <source>Picture, noisy, side by side, noise</source>
        <translation>이미지, 노이즈 포함, 나란히, 노이즈</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>별점</translation>
    </message>
    <message>
        <source>Settings of the picture</source>
        <translation>이미지의 설정</translation>
    </message>
    <message>
        <source>Side by side, slider, blink, difference</source>
        <translation>나란히, 슬라이더, 깜박이기, 차이</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>섬네일 크기</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스바</translation>
    </message>
    <message>
        <source>Swap the pictures</source>
        <translation>이미지 맞바꾸기</translation>
    </message>
    <message>
        <source>While comparing</source>
        <translation>비교 중</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대/축소</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>No shortcut is called so.</source>
        <translation>그런 단축키가 없습니다.</translation>
    </message>
    <message>
        <source>Search by what it does, or by key</source>
        <translation>기능이나 키로 검색</translation>
    </message>
    <message>
        <source>Search for a shortcut</source>
        <translation>단축키 검색</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Family</source>
        <translation>계보</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>갤러리</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Queue ({count})</source>
        <translation>대기열({count})</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>엑스레이</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Choose both sides yourself</source>
        <translation>너비와 높이를 직접 선택합니다</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>직접 지정</translation>
    </message>
    <message>
        <source>From {least} to {most} pixels, in steps of {factor}</source>
        <translation>{least}~{most}픽셀, {factor} 단위</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>높이(픽셀)</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Size: {shape}</source>
        <translation>크기: {shape}</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>정사각형</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>너비(픽셀)</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>{side} × {side} pixels, the only size of this model</source>
        <translation>{side} × {side}픽셀, 이 모델의 유일한 크기</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height}픽셀</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Parts of the library</source>
        <translation>라이브러리 구분</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>No model is in memory yet. Make a picture first.</source>
        <translation>아직 메모리에 모델이 없습니다. 먼저 이미지를 만드세요.</translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>Latents</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>Make a picture, then choose a step in the timeline.</source>
        <translation>이미지를 만든 다음 타임라인에서 스텝을 선택하세요.</translation>
    </message>
    <message>
        <source>One step of denoising: from a noisy picture xₜ the network predicts the noise; taking it away gives x₀, and the scheduler goes a little of that way.</source>
        <translation>노이즈 제거의 한 스텝입니다. 네트워크는 노이즈가 섞인 이미지 xₜ에서 노이즈를 예측합니다. 그 노이즈를 빼면 x₀이 되고, 스케줄러는 그쪽으로 조금만 나아갑니다.</translation>
    </message>
    <message>
        <source>Root mean square at each step</source>
        <translation>각 스텝의 제곱평균제곱근(RMS)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>The predicted noise</source>
        <translation>예측한 노이즈</translation>
    </message>
    <message>
        <source>density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>predicted noise</source>
        <translation>예측한 노이즈</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>step {index} of {count} · t = {timestep} · σ = {sigma}</source>
        <translation>스텝 {index}/{count} · t = {timestep} · σ = {sigma}</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>마지막 스텝</translation>
    </message>
    <message>
        <source>unit normal</source>
        <translation>표준정규분포</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>x₀: predicted</source>
        <translation>x₀: 예측</translation>
    </message>
    <message>
        <source>xₜ: noisy</source>
        <translation>xₜ: 노이즈 포함</translation>
    </message>
    <message>
        <source>xₜ₋₁: handed on</source>
        <translation>xₜ₋₁: 다음 스텝으로</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Something went wrong that should not have ({kind}). The log has the details; the app goes on.</source>
        <translation>예기치 않은 문제가 발생했습니다({kind}). 자세한 내용은 로그에 있으며, 앱은 계속 실행됩니다.</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Branch from here…</source>
        <translation>여기서 분기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Keep this step as a picture</source>
        <translation>이 스텝을 이미지로 보관</translation>
    </message>
    <message>
        <source>Make another picture that differs from this step on</source>
        <translation>이 스텝부터 달라지는 다른 이미지를 만듭니다</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>다시 만들기</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 스텝</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Noisy</source>
        <translation>노이즈 포함</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>이전 스텝</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Step {index} of {total}</source>
        <translation>스텝 {index}/{total}</translation>
    </message>
    <message>
        <source>Taken over from the picture it branched from</source>
        <translation>분기하기 전의 이미지에서 이어받음</translation>
    </message>
    <message>
        <source>The noise that the model finds in it (predicted ε)</source>
        <translation>모델이 이미지에서 찾아낸 노이즈(예측 ε)</translation>
    </message>
    <message>
        <source>The noisy picture (xₜ) and the foreseen one (x₀) next to each other</source>
        <translation>노이즈가 섞인 이미지(xₜ)와 예측 이미지(x₀)를 나란히</translation>
    </message>
    <message>
        <source>The picture as the model foresees it at this step (predicted x₀)</source>
        <translation>이 스텝에서 모델이 예측한 이미지(예측 x₀)</translation>
    </message>
    <message>
        <source>This step is the same as in the picture this one branched from</source>
        <translation>이 스텝은 분기하기 전의 이미지와 같습니다</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>View: {view}</source>
        <translation>보기: {view}</translation>
    </message>
    <message>
        <source>What the step begins with: the picture under its noise (xₜ)</source>
        <translation>스텝이 시작되는 상태: 노이즈에 덮인 이미지(xₜ)</translation>
    </message>
</context>
<context>
    <name>TimelineControl</name>
    <message>
        <source>Each step of the denoising appears here, to be looked at and branched from.</source>
        <translation>노이즈 제거의 각 스텝이 여기에 나타납니다. 스텝을 살펴보고 그 스텝에서 분기할 수 있습니다.</translation>
    </message>
    <message>
        <source>Make it again to look inside</source>
        <translation>다시 만들면 내부를 살펴볼 수 있습니다</translation>
    </message>
    <message>
        <source>Nothing is known of how this picture was made.</source>
        <translation>이 이미지를 만든 방법을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Step {step}: {view}</source>
        <translation>스텝 {step}: {view}</translation>
    </message>
    <message>
        <source>The denoising of this picture was not kept.</source>
        <translation>이 이미지의 노이즈 제거 과정이 보관되지 않았습니다.</translation>
    </message>
    <message>
        <source>noisy latents</source>
        <translation>노이즈가 섞인 잠재 표현</translation>
    </message>
    <message>
        <source>predicted noise</source>
        <translation>예측한 노이즈</translation>
    </message>
    <message>
        <source>predicted picture</source>
        <translation>예측 이미지</translation>
    </message>
    <message>
        <source>predicted picture and noisy latents</source>
        <translation>예측 이미지와 노이즈가 섞인 잠재 표현</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>A token for the hub</source>
        <translation>허브 토큰</translation>
    </message>
    <message>
        <source>It is kept by your system&apos;s keyring, not by the app.</source>
        <translation>토큰은 앱이 아니라 시스템 키링에 보관됩니다.</translation>
    </message>
    <message>
        <source>Open its &amp;page</source>
        <translation>웹 페이지 열기(&amp;P)</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>웹 페이지 열기</translation>
    </message>
    <message>
        <source>Save and download</source>
        <translation>저장하고 다운로드</translation>
    </message>
    <message>
        <source>The makers of “{name}” want you to agree to their terms. Do so on its page, signed in to your account, and make a token there that may read:</source>
        <translation>“{name}”을(를) 만든 사람들이 이용 조건에 동의할 것을 요청합니다. 계정에 로그인하여 웹 페이지에서 동의하고, 그곳에서 읽기 권한이 있는 토큰을 만드세요:</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
</context>
<context>
    <name>TokenFlow</name>
    <message>
        <source>+ {count} more</source>
        <translation>+ {count}개 더</translation>
    </message>
    <message>
        <source>+ {count} padding</source>
        <translation>+ 패딩 {count}개</translation>
    </message>
    <message>
        <source>The model reads no further: {most} tokens</source>
        <translation>모델은 여기까지만 읽습니다: 토큰 {most}개</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>잘림</translation>
    </message>
    <message>
        <source>position {place} · id {id} · “{text}”</source>
        <translation>위치 {place} · id {id} · “{text}”</translation>
    </message>
    <message>
        <source>stands for “{typed}”</source>
        <translation>“{typed}”에 해당</translation>
    </message>
    <message>
        <source>{used} tokens are read, {cut} are cut off.</source>
        <translation>읽은 토큰 {used}개, 잘린 토큰 {cut}개.</translation>
    </message>
</context>
<context>
    <name>TokensPane</name>
    <message numerus="yes">
        <source>%Ln more are cut off.</source>
        <translation>
            <numerusform>%Ln개가 더 있지만 잘렸습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>Point at a token to see what it stands for.</source>
        <translation>토큰을 가리키면 무엇에 해당하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>The model does not read letters or words. It reads numbers: each piece of the prompt has one in its vocabulary. What comes after the last one it can read has no effect on the picture.</source>
        <translation>모델은 글자나 단어를 읽지 않고 숫자를 읽습니다. 프롬프트의 각 조각에는 어휘 목록의 숫자가 하나씩 있습니다. 읽을 수 있는 마지막 조각보다 뒤에 있는 것은 이미지에 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>The tokens appear when the model is loaded.</source>
        <translation>모델을 불러오면 토큰이 표시됩니다.</translation>
    </message>
    <message>
        <source>This model reads no prompt, or does not tell its tokens.</source>
        <translation>이 모델은 프롬프트를 읽지 않거나 토큰을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Which prompt</source>
        <translation>표시할 프롬프트</translation>
    </message>
    <message>
        <source>{used} of {most} tokens: {words} of the text and {marks} marks.</source>
        <translation>토큰 {most}개 중 {used}개: 텍스트 {words}개와 표시 {marks}개.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A tokenizer cuts the prompt into pieces it knows, words or parts of words, and each piece has a number. There is room for so many pieces and no more: what comes after that is not read at all.</source>
        <translation>토크나이저는 프롬프트를 자신이 아는 조각, 곧 단어나 단어의 일부로 나누며 조각마다 번호가 있습니다. 들어갈 수 있는 조각의 수는 정해져 있어서, 그 뒤에 오는 것은 전혀 읽지 않습니다.</translation>
    </message>
    <message>
        <source>All of this happened to a small picture made of numbers, the latents. At the end a second network, the VAE, makes the large picture of it. What gets lost in the small one, such as tiny letters, no prompt can bring back.</source>
        <translation>지금까지의 일은 모두 숫자로 된 작은 이미지, 곧 잠재 표현에서 일어났습니다. 마지막에 두 번째 네트워크인 VAE가 이를 큰 이미지로 만듭니다. 아주 작은 글자처럼 작은 이미지에서 사라진 것은 어떤 프롬프트로도 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>And here it is</source>
        <translation>이렇게 완성되었습니다</translation>
    </message>
    <message>
        <source>At each step the network is asked twice, with your prompt and without it. The difference is what your words want, and the guidance scale says how many times that counts. Move the slider: too little and the words hardly matter, too much and the colours burn.</source>
        <translation>스텝마다 네트워크는 프롬프트와 함께 한 번, 프롬프트 없이 한 번, 두 번 답합니다. 그 차이가 글이 원하는 것이며, 가이던스 스케일은 그 차이를 몇 배로 반영할지 정합니다. 슬라이더를 움직여 보세요. 너무 작으면 글이 거의 반영되지 않고, 너무 크면 색이 타 버립니다.</translation>
    </message>
    <message>
        <source>At every step a network says what is noise, and the scheduler takes some of it away. The canvas shows what the network believed the finished picture to be at this step: early on a blur of all that is still possible. Drag along the timeline and watch it form.</source>
        <translation>스텝마다 네트워크가 무엇이 노이즈인지 알려 주면 스케줄러가 그 일부를 없앱니다. 캔버스는 이 스텝에서 네트워크가 예상한 완성 이미지를 보여 줍니다. 초반에는 아직 가능한 모든 것이 섞여 흐릿합니다. 타임라인을 끌면서 이미지가 만들어지는 모습을 보세요.</translation>
    </message>
    <message>
        <source>At first there is nothing but noise, like a television without a signal. The curve shows how much of it is left at each step. The scheduler decides how the way is divided: usually big steps first, and small ones at the end.</source>
        <translation>처음에는 신호 없는 텔레비전처럼 노이즈밖에 없습니다. 곡선은 스텝마다 노이즈가 얼마나 남아 있는지 보여 줍니다. 이 길을 어떻게 나눌지는 스케줄러가 정합니다. 보통 처음에는 크게, 끝에서는 작게 나아갑니다.</translation>
    </message>
    <message>
        <source>Every spot of the picture looks at your words, at some of them more than at others. To see it, press “Replay with attention”: the picture is made once more, and comes out the same. Then click a word.</source>
        <translation>이미지의 각 지점은 글의 단어를 살펴보며, 어떤 단어는 다른 단어보다 더 많이 봅니다. “어텐션과 함께 재실행”을 누르면 볼 수 있습니다. 이미지를 한 번 더 만들며 결과는 똑같습니다. 그런 다음 단어를 클릭하세요.</translation>
    </message>
    <message>
        <source>It begins with your words</source>
        <translation>글에서 시작됩니다</translation>
    </message>
    <message>
        <source>Small becomes large</source>
        <translation>작은 것이 커집니다</translation>
    </message>
    <message>
        <source>Step by step, noise goes</source>
        <translation>스텝마다 노이즈가 줄어듭니다</translation>
    </message>
    <message>
        <source>The finished picture is a file of yours, and how it was made is written inside. Choose any picture here and open the X-ray again whenever you like. Now change one word of your prompt, and compare.</source>
        <translation>완성된 이미지는 파일로 저장되며, 만든 방법이 그 안에 기록되어 있습니다. 언제든지 여기서 이미지를 선택하고 엑스레이를 다시 열어 보세요. 이제 프롬프트의 단어 하나를 바꾸고 비교해 보세요.</translation>
    </message>
    <message>
        <source>The picture begins as noise</source>
        <translation>이미지는 노이즈에서 시작됩니다</translation>
    </message>
    <message>
        <source>The text encoder turns each token into a row of numbers: its meaning, so to speak, among the other words. Rows that point the same way mean something similar to the model. Nothing else of your words gets any further.</source>
        <translation>텍스트 인코더는 토큰마다 숫자 한 줄을 만듭니다. 다른 단어들 사이에서 그 토큰이 갖는 의미라고 할 수 있습니다. 같은 방향을 가리키는 줄은 모델에게 비슷한 것을 뜻합니다. 글에서 다음 단계로 넘어가는 것은 이 숫자뿐입니다.</translation>
    </message>
    <message>
        <source>This is where you say what you want to see. The model cannot read letters, so the words become numbers first. The next cards follow them into the picture.</source>
        <translation>여기에 보고 싶은 것을 글로 씁니다. 모델은 글자를 읽지 못하므로 단어는 먼저 숫자가 됩니다. 다음 카드부터 이 숫자가 이미지가 되기까지 따라가 봅니다.</translation>
    </message>
    <message>
        <source>Tokens get a meaning</source>
        <translation>토큰이 의미를 얻습니다</translation>
    </message>
    <message>
        <source>Where each word acted</source>
        <translation>단어가 작용한 곳</translation>
    </message>
    <message>
        <source>Words are cut into tokens</source>
        <translation>단어는 토큰으로 나뉩니다</translation>
    </message>
    <message>
        <source>Your words steer</source>
        <translation>글이 방향을 정합니다</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>완료(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>다음(&amp;N)</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>둘러보기 끝내기</translation>
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
        <translation>어떻게 작동하나요?</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>The tour begins when the model is loaded.</source>
        <translation>모델을 불러오면 둘러보기가 시작됩니다.</translation>
    </message>
    <message>
        <source>The tour begins when the picture is finished.</source>
        <translation>이미지가 완성되면 둘러보기가 시작됩니다.</translation>
    </message>
    <message>
        <source>The tour looks into the making of a picture. The built-in model makes a small one for it, in a few seconds.</source>
        <translation>둘러보기는 이미지가 만들어지는 과정을 들여다봅니다. 이를 위해 내장 모델이 몇 초 만에 작은 이미지를 만듭니다.</translation>
    </message>
    <message>
        <source>The tour looks into the making of your picture. For that it has to be made once more; it comes out the same.</source>
        <translation>둘러보기는 이미지가 만들어지는 과정을 들여다봅니다. 그러려면 이미지를 한 번 더 만들어야 하며, 결과는 똑같습니다.</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Open its page</source>
        <translation>웹 페이지 열기</translation>
    </message>
    <message>
        <source>sdstudio {version} is there. This is {own}.</source>
        <translation>sdstudio {version}이(가) 나왔습니다. 지금 버전은 {own}입니다.</translation>
    </message>
</context>
<context>
    <name>VaePane</name>
    <message>
        <source>Difference, in levels of 255</source>
        <translation>차이(255단계 기준)</translation>
    </message>
    <message>
        <source>Fine texture and small text suffer.</source>
        <translation>섬세한 질감과 작은 글자가 손상됩니다.</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>PSNR {psnr} dB · scaling factor {factor}</source>
        <translation>PSNR {psnr} dB · 스케일링 계수 {factor}</translation>
    </message>
    <message>
        <source>Shapes and quality</source>
        <translation>형태와 품질</translation>
    </message>
    <message>
        <source>Stable Diffusion does not paint pixels but latents; the VAE makes latents of a picture and a picture of latents, and loses a little both ways.</source>
        <translation>Stable Diffusion은 픽셀이 아니라 잠재 표현을 그립니다. VAE는 이미지를 잠재 표현으로, 잠재 표현을 이미지로 바꾸며, 양쪽 모두에서 조금씩 손실이 생깁니다.</translation>
    </message>
    <message>
        <source>That can be seen easily.</source>
        <translation>쉽게 알아볼 수 있는 차이입니다.</translation>
    </message>
    <message>
        <source>That is hard to see.</source>
        <translation>알아보기 어려운 차이입니다.</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>디코딩 결과</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>{times} times fewer numbers. {told} On average, a colour is {levels} of 255 levels off.</source>
        <translation>숫자가 {times}분의 1로 줄어듭니다. {told} 색은 평균 255단계 중 {levels}단계 어긋납니다.</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back to the window</source>
        <translation>창으로 돌아가기</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>This picture cannot be shown: its file is missing or damaged.</source>
        <translation>이 이미지를 표시할 수 없습니다. 파일이 없거나 손상되었습니다.</translation>
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
        <translation>아는 색</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>단어 찾기</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>예: {example}</translation>
    </message>
    <message>
        <source>In these colours</source>
        <translation>사용할 수 있는 색</translation>
    </message>
    <message>
        <source>It does not know such a word.</source>
        <translation>그런 단어는 모릅니다.</translation>
    </message>
    <message>
        <source>Things it can draw</source>
        <translation>그릴 수 있는 사물</translation>
    </message>
    <message>
        <source>Words this model knows</source>
        <translation>이 모델이 아는 단어</translation>
    </message>
</context>
<context>
    <name>WatchedList</name>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>폴더 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>목록에서 빼기(&amp;F)</translation>
    </message>
    <message>
        <source>Pictures of a folder that is forgotten stay in the gallery.</source>
        <translation>목록에서 뺀 폴더의 이미지는 갤러리에 남습니다.</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>폴더 감시</translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation>다른 폴더 감시</translation>
    </message>
    <message>
        <source>Watch the folder no longer</source>
        <translation>폴더를 더 이상 감시하지 않음</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>감시 폴더</translation>
    </message>
    <message>
        <source>{folder} (copied)</source>
        <translation>{folder}(복사됨)</translation>
    </message>
    <message>
        <source>{folder} (not there)</source>
        <translation>{folder}(없음)</translation>
    </message>
</context>
<context>
    <name>XrayPanel</name>
    <message>
        <source>Save as a picture</source>
        <translation>이미지로 저장</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>숫자 저장</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>{path}(으)로 저장했습니다.</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>엑스레이</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>실제 크기(1:1)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>축소</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Show which</source>
        <translation>해당 항목 보기</translation>
    </message>
    <message>
        <source>Show which: {what}</source>
        <translation>해당 항목 보기: {what}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>1 is as trained, and 0 leaves it without effect.</source>
        <translation>1은 학습된 그대로이고 0은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>1 is as trained.</source>
        <translation>1은 학습된 그대로입니다.</translation>
    </message>
    <message>
        <source>1024 pixels, with two text encoders; wants 8 GB on the card.</source>
        <translation>텍스트 인코더가 두 개인 1024픽셀 모델. 그래픽 메모리 8 GB가 필요합니다.</translation>
    </message>
    <message>
        <source>512 pixels with another text encoder; predicts the noise.</source>
        <translation>다른 텍스트 인코더를 쓰는 512픽셀 모델. 노이즈를 예측합니다.</translation>
    </message>
    <message>
        <source>768 pixels; to see what a model does that predicts v.</source>
        <translation>768픽셀 모델. v를 예측하는 모델이 무엇을 하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>A branch keeps the {name} of its parent, which is {was}, not {wanted}.</source>
        <translation>분기는 부모 이미지의 값을 그대로 씁니다({name}). {wanted}이(가) 아니라 {was}이어야 합니다.</translation>
    </message>
    <message>
        <source>A branch needs both a parent and a step.</source>
        <translation>분기하려면 부모 이미지와 스텝이 모두 필요합니다.</translation>
    </message>
    <message>
        <source>A damaged one is set aside: try again.</source>
        <translation>손상된 목록은 따로 보관됩니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>A file with tags beside the picture is damaged, too large, or no XMP.</source>
        <translation>이미지 옆의 태그 파일이 손상되었거나, 너무 크거나, XMP가 아닙니다.</translation>
    </message>
    <message>
        <source>A model has no part called “{name}” that could be swapped.</source>
        <translation>모델에 교체할 수 있는 구성 요소 “{name}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>A newer driver from NVIDIA may help.</source>
        <translation>NVIDIA의 더 새로운 드라이버를 설치하면 해결될 수 있습니다.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels does not fit into the memory of {device}.</source>
        <translation>{width} × {height}픽셀 이미지는 {device}의 메모리에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too small or too narrow for this model.</source>
        <translation>{width} × {height}픽셀 이미지는 이 모델에는 너무 작거나 좁습니다.</translation>
    </message>
    <message>
        <source>A second model refined it, which is not carried over.</source>
        <translation>두 번째 모델로 다듬었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>A second pass refined it, which is not carried over.</source>
        <translation>두 번째 패스로 다듬었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>A small transformer behind a large text encoder.</source>
        <translation>큰 텍스트 인코더 뒤에 작은 트랜스포머를 둔 모델입니다.</translation>
    </message>
    <message>
        <source>A smaller picture, fewer steps or another scheduler may help.</source>
        <translation>이미지 크기를 줄이거나 스텝 수를 줄이거나 다른 스케줄러를 쓰면 될 수 있습니다.</translation>
    </message>
    <message>
        <source>A tag or a collection needs a name.</source>
        <translation>태그나 컬렉션에는 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>A transformer that learned flow matching; follows long prompts.</source>
        <translation>플로 매칭으로 학습한 트랜스포머. 긴 프롬프트를 잘 따릅니다.</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels does not fit “{model}”: it must be a multiple of {factor}.</source>
        <translation>{side}픽셀({name})은 “{model}”에 맞지 않습니다. {factor}의 배수여야 합니다.</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels is too large for “{model}”.</source>
        <translation>“{model}”에는 {side}픽셀({name})이 너무 큽니다.</translation>
    </message>
    <message>
        <source>A {name} of {side} pixels is too small for “{model}”.</source>
        <translation>“{model}”에는 {side}픽셀({name})이 너무 작습니다.</translation>
    </message>
    <message>
        <source>ADetailer made details anew, which is not carried over.</source>
        <translation>ADetailer로 세부를 다시 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Add --yes to do it.</source>
        <translation>변환하려면 --yes를 추가하세요.</translation>
    </message>
    <message>
        <source>Add fewer LoRAs, or close other programs.</source>
        <translation>LoRA를 더 적게 추가하거나 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Add the folder it lies in to the models, or take “{tag}” out of the prompt.</source>
        <translation>LoRA가 있는 폴더를 모델에 추가하거나 프롬프트에서 “{tag}”을(를) 빼세요.</translation>
    </message>
    <message>
        <source>Agree to them at {endpoint}/{repo_id}, then use a token of the same account.</source>
        <translation>{endpoint}/{repo_id}에서 동의한 다음 같은 계정의 토큰을 사용하세요.</translation>
    </message>
    <message>
        <source>An adapter guided it, which is not carried over.</source>
        <translation>어댑터로 제어했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Another picture guided it, which is not carried over.</source>
        <translation>다른 이미지로 제어했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Another version of the app may come with a torch that has one.</source>
        <translation>앱의 다른 버전에는 맞는 빌드가 있는 torch가 포함되어 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>As 3 medium, trained anew: better pictures and words in them.</source>
        <translation>3 medium을 새로 학습한 모델. 이미지와 그 안의 글자가 더 좋습니다.</translation>
    </message>
    <message>
        <source>At a guidance scale of 1 or less there is no guidance: the network is asked with the prompt only.</source>
        <translation>가이던스 스케일이 1 이하이면 가이던스가 없습니다. 네트워크는 프롬프트와 함께한 답만 냅니다.</translation>
    </message>
    <message>
        <source>Branch from the parent, or from step {first} on.</source>
        <translation>부모 이미지에서 분기하거나 스텝 {first}부터 분기하세요.</translation>
    </message>
    <message>
        <source>Cats of 256 pixels without a prompt, as in the first lesson on diffusion.</source>
        <translation>프롬프트 없이 256픽셀 고양이를 만드는 모델. 확산 모델 첫 강의에 나옵니다.</translation>
    </message>
    <message>
        <source>Check its name. A private model needs a token that may read it.</source>
        <translation>이름을 확인하세요. 비공개 모델에는 읽기 권한이 있는 토큰이 필요합니다.</translation>
    </message>
    <message>
        <source>Check the address of the hub.</source>
        <translation>허브 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>Check the address of the index.</source>
        <translation>인덱스 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>Check the disk and the file&apos;s permissions.</source>
        <translation>디스크와 파일 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Check the disk and the permissions, or download the model again.</source>
        <translation>디스크와 권한을 확인하거나 모델을 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>Check the disk and the permissions.</source>
        <translation>디스크와 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>폴더와 그 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>폴더의 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Check the network. Start the download again to go on where it stopped.</source>
        <translation>네트워크를 확인하세요. 다운로드를 다시 시작하면 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>Check the path, or choose a folder.</source>
        <translation>경로를 확인하거나 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>경로를 확인하세요.</translation>
    </message>
    <message>
        <source>Choose a .safetensors checkpoint of Stable Diffusion 1, 2 or XL.</source>
        <translation>Stable Diffusion 1, 2 또는 XL의 .safetensors 체크포인트를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a .safetensors checkpoint, or a folder that holds model_index.json.</source>
        <translation>.safetensors 체크포인트나 model_index.json이 들어 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a .safetensors file.</source>
        <translation>.safetensors 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a LoRA&apos;s .safetensors file.</source>
        <translation>LoRA의 .safetensors 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG or WebP file.</source>
        <translation>PNG, JPEG 또는 WebP 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a checkpoint with everything in one file.</source>
        <translation>모든 것이 파일 하나에 들어 있는 체크포인트를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a file name.</source>
        <translation>파일 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a folder of models, or a file that ends in .safetensors.</source>
        <translation>모델 폴더나 .safetensors로 끝나는 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a folder with an AutoencoderTiny in diffusers&apos; format.</source>
        <translation>diffusers 형식의 AutoencoderTiny가 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a larger one.</source>
        <translation>더 큰 이미지를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .gif, .webp or .mp4, or in .png for a sheet of all steps.</source>
        <translation>.gif, .webp, .mp4로 끝나는 이름을 선택하거나, 모든 스텝을 담은 시트라면 .png로 끝나는 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .webp or .gif, or install ffmpeg.</source>
        <translation>.webp나 .gif로 끝나는 이름을 선택하거나 ffmpeg를 설치하세요.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .webp or .gif; the log has what ffmpeg said.</source>
        <translation>.webp나 .gif로 끝나는 이름을 선택하세요. ffmpeg의 메시지는 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Choose a repository in diffusers&apos; format.</source>
        <translation>diffusers 형식의 저장소를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>더 작은 크기를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a whole model.</source>
        <translation>전체 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>다시 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another checkpoint.</source>
        <translation>다른 체크포인트를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <translation>다른 폴더를 선택하거나 권한을 변경하세요.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another model of the same family.</source>
        <translation>같은 계열의 다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another number of steps (20 is usual) or another scheduler.</source>
        <translation>다른 스텝 수(보통 20)나 다른 스케줄러를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another scheduler.</source>
        <translation>다른 스케줄러를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose at least {fewest} steps.</source>
        <translation>스텝을 {fewest} 이상으로 선택하세요.</translation>
    </message>
    <message>
        <source>Choose from: {known}.</source>
        <translation>다음 중에서 선택하세요: {known}.</translation>
    </message>
    <message>
        <source>Choose its file again.</source>
        <translation>파일을 다시 선택하세요.</translation>
    </message>
    <message>
        <source>Choose its folder in diffusers&apos; format, or that of a whole model.</source>
        <translation>diffusers 형식의 해당 폴더나 전체 모델의 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose its folder in diffusers&apos; format, the one that holds model_index.json.</source>
        <translation>model_index.json이 들어 있는 diffusers 형식의 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one for this family, or another model.</source>
        <translation>이 계열용으로 만든 것이나 다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one from 0 to {most}.</source>
        <translation>0에서 {most} 사이에서 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one from a model of the same family.</source>
        <translation>같은 계열의 모델에서 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one of at least {least} × {least} pixels.</source>
        <translation>{least} × {least}픽셀 이상의 이미지를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>다음 중 하나를 선택하세요: {known}.</translation>
    </message>
    <message>
        <source>Choose one that was made for this model&apos;s family.</source>
        <translation>이 모델 계열용으로 만든 것을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose some.</source>
        <translation>이미지를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the .safetensors file of an embedding.</source>
        <translation>임베딩의 .safetensors 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the base model.</source>
        <translation>베이스 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the folder of a diffusers model.</source>
        <translation>diffusers 모델의 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json, or a single file.</source>
        <translation>model_index.json이 들어 있는 폴더나 단일 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json.</source>
        <translation>model_index.json이 들어 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the model it was made with.</source>
        <translation>만들 때 쓴 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the model itself.</source>
        <translation>모델 자체를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the tiny autoencoder again.</source>
        <translation>소형 오토인코더를 다시 선택하세요.</translation>
    </message>
    <message>
        <source>Choose them again.</source>
        <translation>다시 선택하세요.</translation>
    </message>
    <message>
        <source>Choose two of the same kind of model.</source>
        <translation>같은 종류의 모델로 만든 두 개를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose two of the same size.</source>
        <translation>같은 크기의 이미지 두 개를 선택하세요.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>실행 중인 sdstudio를 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Close other programs that use the card and try again.</source>
        <translation>그래픽 카드를 사용하는 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Close other programs, or look into a smaller picture.</source>
        <translation>다른 프로그램을 닫거나 더 작은 이미지의 내부를 살펴보세요.</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller model.</source>
        <translation>다른 프로그램을 닫거나 더 작은 모델을 사용하세요.</translation>
    </message>
    <message>
        <source>Close other programs, or use the model&apos;s own.</source>
        <translation>다른 프로그램을 닫거나 모델에 포함된 것을 사용하세요.</translation>
    </message>
    <message>
        <source>Close programs that use it, or change its permissions.</source>
        <translation>사용 중인 프로그램을 닫거나 권한을 변경하세요.</translation>
    </message>
    <message>
        <source>Close that program, and try again.</source>
        <translation>그 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>ControlNet guided it, which is not carried over.</source>
        <translation>ControlNet으로 제어했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Copy it again from your account&apos;s settings.</source>
        <translation>계정 설정에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>Delete it in its folder if you do not need it.</source>
        <translation>필요 없다면 그 폴더에서 직접 삭제하세요.</translation>
    </message>
    <message>
        <source>Distilled: 512 pixels in one to four steps, without guidance.</source>
        <translation>증류 모델. 가이던스 없이 1~4스텝으로 512픽셀을 만듭니다.</translation>
    </message>
    <message>
        <source>Distilled: a picture in four steps, also without a card.</source>
        <translation>증류 모델. 그래픽 카드가 없어도 4스텝으로 이미지를 만듭니다.</translation>
    </message>
    <message>
        <source>Distilled: good pictures of 512 pixels in one to four steps.</source>
        <translation>증류 모델. 1~4스텝으로 좋은 512픽셀 이미지를 만듭니다.</translation>
    </message>
    <message>
        <source>Do not use this model.</source>
        <translation>이 모델을 사용하지 마세요.</translation>
    </message>
    <message>
        <source>Do not use what it belongs to.</source>
        <translation>이 파일이 속한 것을 사용하지 마세요.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>Download it first: sdstudio models download {name}</source>
        <translation>먼저 다운로드하세요: sdstudio models download {name}</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>다시 다운로드하거나 복사하세요.</translation>
    </message>
    <message>
        <source>Download or copy it again; if it is whole, it is of a kind this version cannot load.</source>
        <translation>다시 다운로드하거나 복사하세요. 파일이 온전하다면 이 버전에서 불러올 수 없는 종류입니다.</translation>
    </message>
    <message>
        <source>Download or copy it again; the log has the details.</source>
        <translation>다시 다운로드하거나 복사하세요. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Download or copy the model again.</source>
        <translation>모델을 다시 다운로드하거나 복사하세요.</translation>
    </message>
    <message>
        <source>Download or copy the model again; the log has the details.</source>
        <translation>모델을 다시 다운로드하거나 복사하세요. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Download the model from somebody you trust.</source>
        <translation>믿을 수 있는 사람에게서 모델을 다운로드하세요.</translation>
    </message>
    <message>
        <source>FLUX has no guidance of this kind: its network is told the guidance scale and gives one answer, not one without and one with the prompt.</source>
        <translation>FLUX에는 이런 종류의 가이던스가 없습니다. 네트워크는 가이던스 스케일을 입력으로 받아, 프롬프트 없는 답과 있는 답을 따로 내지 않고 하나의 답만 냅니다.</translation>
    </message>
    <message>
        <source>FLUX models read no negative prompt, so it had no effect.</source>
        <translation>FLUX 모델은 네거티브 프롬프트를 읽지 않으므로 네거티브 프롬프트가 효과를 내지 않았습니다.</translation>
    </message>
    <message>
        <source>Faces of 256 pixels without a prompt.</source>
        <translation>프롬프트 없이 256픽셀 얼굴을 만드는 모델입니다.</translation>
    </message>
    <message>
        <source>Faces were restored, which is not carried over.</source>
        <translation>얼굴을 복원했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Fetch the right ones by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.</source>
        <translation>“생성” 메뉴의 “내 GPU 사용”이나 “sdstudio gpu install”로 맞는 파일을 받으세요.</translation>
    </message>
    <message>
        <source>Fetch them again by “Use my GPU” in the menu Generate, or by “sdstudio gpu install”.</source>
        <translation>“생성” 메뉴의 “내 GPU 사용”이나 “sdstudio gpu install”로 다시 받으세요.</translation>
    </message>
    <message>
        <source>Files beside pictures that are no longer there.</source>
        <translation>이미지가 없어졌는데 남아 있는 사이드카 파일</translation>
    </message>
    <message>
        <source>Files that crashed saves have left behind.</source>
        <translation>저장 중 비정상 종료로 남은 파일</translation>
    </message>
    <message>
        <source>Files with ratings and tags that are damaged.</source>
        <translation>별점과 태그가 든 파일 중 손상된 것</translation>
    </message>
    <message>
        <source>Folders that are not there, such as on a drive that is not plugged in.</source>
        <translation>연결하지 않은 드라이브에 있는 등, 없는 폴더</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>디스크 공간을 확보하거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>디스크 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>Generate a new picture instead.</source>
        <translation>대신 새 이미지를 생성하세요.</translation>
    </message>
    <message>
        <source>Give a file with the token and nothing else.</source>
        <translation>토큰만 들어 있는 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>Give another name.</source>
        <translation>다른 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>Give either the numbers of pictures or a query, and a folder.</source>
        <translation>이미지 번호나 검색어 중 하나와 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Give its file a name that is no word.</source>
        <translation>파일 이름을 단어가 아닌 것으로 바꾸세요.</translation>
    </message>
    <message>
        <source>Give such a name.</source>
        <translation>.safetensors로 끝나는 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>파일 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>Give the path of one, as in: {path}</source>
        <translation>하나의 경로를 지정하세요. 예: {path}</translation>
    </message>
    <message>
        <source>Give the token each time by --token-file, or in the variable HF_TOKEN.</source>
        <translation>매번 --token-file로 토큰을 지정하거나 HF_TOKEN 변수에 넣으세요.</translation>
    </message>
    <message>
        <source>Give two names.</source>
        <translation>이름을 두 개 지정하세요.</translation>
    </message>
    <message>
        <source>Go online among the library&apos;s settings, or by “sdstudio models offline off”.</source>
        <translation>라이브러리 설정이나 “sdstudio models offline off”로 온라인으로 전환하세요.</translation>
    </message>
    <message>
        <source>Half the network of Stable Diffusion XL: faster, nearly as good.</source>
        <translation>Stable Diffusion XL의 절반 크기 네트워크. 더 빠르고 품질은 거의 같습니다.</translation>
    </message>
    <message>
        <source>Install a newer driver from NVIDIA and start the app again.</source>
        <translation>NVIDIA에서 더 새로운 드라이버를 설치하고 앱을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Install that version again, or start with another SDSTUDIO_HOME.</source>
        <translation>그 버전을 다시 설치하거나 다른 SDSTUDIO_HOME으로 시작하세요.</translation>
    </message>
    <message>
        <source>Is it switched off, or used by a virtual machine?</source>
        <translation>꺼져 있거나 가상 머신에서 사용 중인지 확인하세요.</translation>
    </message>
    <message>
        <source>It began from another picture, which is not carried over.</source>
        <translation>다른 이미지에서 시작했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It began from another picture, with strength {strength}.</source>
        <translation>다른 이미지에서 강도 {strength}(으)로 시작했습니다.</translation>
    </message>
    <message>
        <source>It begins with https://, as in https://huggingface.co.</source>
        <translation>주소는 https://huggingface.co처럼 https://로 시작합니다.</translation>
    </message>
    <message>
        <source>It did not begin with noise alone, but with another picture.</source>
        <translation>노이즈만이 아니라 다른 이미지에서 시작했습니다.</translation>
    </message>
    <message>
        <source>It is one of several that were made from the same noise.</source>
        <translation>같은 노이즈로 만든 여러 이미지 중 하나입니다.</translation>
    </message>
    <message>
        <source>It may belong to another program.</source>
        <translation>다른 프로그램의 모델일 수 있습니다.</translation>
    </message>
    <message>
        <source>It mixes in the noise of a second seed, which is not carried over.</source>
        <translation>두 번째 시드의 노이즈를 섞었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It runs models of these kinds: {known}.</source>
        <translation>다음 종류의 모델을 실행할 수 있습니다: {known}.</translation>
    </message>
    <message>
        <source>It used the LoRA “{name}” at {weight}.</source>
        <translation>LoRA “{name}”을(를) 가중치 {weight}(으)로 사용했습니다.</translation>
    </message>
    <message>
        <source>It used the LoRA “{name}”.</source>
        <translation>LoRA “{name}”을(를) 사용했습니다.</translation>
    </message>
    <message>
        <source>It was enlarged by a second pass (hires fix), which is not carried over.</source>
        <translation>두 번째 패스(hires fix)로 확대했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was enlarged by a second pass, which is not carried over.</source>
        <translation>두 번째 패스로 확대했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was made to tile, which is not carried over.</source>
        <translation>이어 붙일 수 있도록(타일링) 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was made with SMEA, which is not carried over.</source>
        <translation>SMEA로 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was made with a VAE of its own, which is not carried over.</source>
        <translation>별도의 VAE로 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was made with clip skip {layers}, which is not carried over.</source>
        <translation>CLIP skip {layers}(으)로 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was made with the VAE “{name}”, which is not carried over.</source>
        <translation>VAE “{name}”(으)로 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>It was moved or deleted outside the app.</source>
        <translation>앱 밖에서 이동하거나 삭제했습니다.</translation>
    </message>
    <message>
        <source>Its guidance was rescaled, which is not carried over.</source>
        <translation>가이던스를 재조정(rescale)했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Its largest side is {nearest}.</source>
        <translation>가장 큰 값은 {nearest}입니다.</translation>
    </message>
    <message>
        <source>Its noise was drawn with an offset (ENSD), which is not carried over.</source>
        <translation>노이즈를 오프셋(ENSD)과 함께 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Its parts are: {known}.</source>
        <translation>구성 요소: {known}.</translation>
    </message>
    <message>
        <source>Its prompt was put together from several texts.</source>
        <translation>프롬프트는 여러 텍스트를 합쳐 만들었습니다.</translation>
    </message>
    <message>
        <source>Its smallest side is {nearest}.</source>
        <translation>가장 작은 값은 {nearest}입니다.</translation>
    </message>
    <message>
        <source>Leave it empty to let the app choose.</source>
        <translation>비워 두면 앱이 알아서 선택합니다.</translation>
    </message>
    <message>
        <source>Look for a copy of it, or move it to the trash.</source>
        <translation>파일의 사본을 찾거나 휴지통으로 이동하세요.</translation>
    </message>
    <message>
        <source>Look for a copy of the model with safetensors weights.</source>
        <translation>safetensors 가중치가 있는 모델 사본을 찾아보세요.</translation>
    </message>
    <message>
        <source>Look for a version of it that is a plain LoRA.</source>
        <translation>일반 LoRA로 된 버전을 찾아보세요.</translation>
    </message>
    <message>
        <source>Look for another copy of the model.</source>
        <translation>모델의 다른 사본을 찾아보세요.</translation>
    </message>
    <message>
        <source>Look for another version of it.</source>
        <translation>다른 버전을 찾아보세요.</translation>
    </message>
    <message>
        <source>Look for it in the system&apos;s trash yourself.</source>
        <translation>시스템의 휴지통에서 직접 찾아보세요.</translation>
    </message>
    <message>
        <source>Look for it in the trash yourself.</source>
        <translation>휴지통에서 직접 찾아보세요.</translation>
    </message>
    <message>
        <source>Look for the files first, or say explicitly that they are to go (--yes).</source>
        <translation>먼저 파일을 찾아보거나, 빼도 된다면 명시적으로 지정하세요(--yes).</translation>
    </message>
    <message>
        <source>Look into the parent, or at a step from {first} on.</source>
        <translation>부모 이미지를 살펴보거나 스텝 {first} 이후를 살펴보세요.</translation>
    </message>
    <message>
        <source>Look whether the file is still there.</source>
        <translation>파일이 아직 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>MP4 files need the program ffmpeg, which could not be started: {reason}</source>
        <translation>MP4 파일에는 ffmpeg 프로그램이 필요하지만 시작하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Made again, the picture comes out a little different: other versions or another device made it then ({device}).</source>
        <translation>다시 만든 이미지가 조금 다릅니다. 당시에는 다른 버전이나 다른 장치({device})로 만들었습니다.</translation>
    </message>
    <message>
        <source>Make a new token there.</source>
        <translation>그곳에서 새 토큰을 만드세요.</translation>
    </message>
    <message>
        <source>Make a picture first.</source>
        <translation>먼저 이미지를 만드세요.</translation>
    </message>
    <message>
        <source>Make a smaller copy of it and choose that.</source>
        <translation>더 작은 사본을 만들어 선택하세요.</translation>
    </message>
    <message>
        <source>Make one in your account&apos;s settings at {endpoint}.</source>
        <translation>{endpoint}의 계정 설정에서 토큰을 만드세요.</translation>
    </message>
    <message>
        <source>Make the parent&apos;s picture again, and branch from that.</source>
        <translation>부모 이미지를 다시 만들고 거기서 분기하세요.</translation>
    </message>
    <message>
        <source>Make the picture again to look inside.</source>
        <translation>내부를 살펴보려면 이미지를 다시 만드세요.</translation>
    </message>
    <message>
        <source>Make the picture again to look inside; the picture itself is unharmed.</source>
        <translation>내부를 살펴보려면 이미지를 다시 만드세요. 이미지 자체는 온전합니다.</translation>
    </message>
    <message>
        <source>Make the picture again, then keep its denoising.</source>
        <translation>이미지를 다시 만든 다음 노이즈 제거 과정을 보관하세요.</translation>
    </message>
    <message>
        <source>Memory was short, so the picture was decoded in tiles.</source>
        <translation>메모리가 부족하여 이미지를 타일로 나누어 디코딩했습니다.</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>그 파일을 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>Move that file away, and try again.</source>
        <translation>그 파일을 다른 곳으로 옮기고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Names of exported files have no field “{field}”.</source>
        <translation>내보낼 파일 이름에 “{field}” 항목은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>No NVIDIA driver was found on this computer.</source>
        <translation>이 컴퓨터에서 NVIDIA 드라이버를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>선택한 모델이 없습니다.</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>아직 불러온 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is downloaded: the variable HF_HUB_OFFLINE is set.</source>
        <translation>HF_HUB_OFFLINE 변수가 설정되어 있어 아무것도 다운로드하지 않습니다.</translation>
    </message>
    <message>
        <source>NovelAI&apos;s models cannot be had; its settings are for one of them.</source>
        <translation>NovelAI의 모델은 구할 수 없으며, 이 설정은 그 모델 중 하나를 위한 것입니다.</translation>
    </message>
    <message>
        <source>Of the {layers} layers that the LoRA “{name}” changes, this model has {count}.</source>
        <translation>LoRA “{name}”이(가) 바꾸는 레이어 {layers}개 중 이 모델에는 {count}개가 있습니다.</translation>
    </message>
    <message>
        <source>On a Mac there is nothing to fetch: torch as it comes with the app knows Apple&apos;s own graphics.</source>
        <translation>Mac에서는 내려받을 것이 없습니다. 앱에 포함된 torch가 Apple 그래픽을 지원합니다.</translation>
    </message>
    <message>
        <source>Only a part of another picture was made anew, which is not carried over.</source>
        <translation>다른 이미지의 일부만 새로 만들었으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Only models built from diffusers and transformers are loaded.</source>
        <translation>diffusers와 transformers로 만든 모델만 불러옵니다.</translation>
    </message>
    <message>
        <source>Open it as it is.</source>
        <translation>그대로 여세요.</translation>
    </message>
    <message>
        <source>Open the folder they lie in.</source>
        <translation>파일이 들어 있는 폴더를 여세요.</translation>
    </message>
    <message>
        <source>Picture files that are damaged.</source>
        <translation>손상된 이미지 파일</translation>
    </message>
    <message>
        <source>Picture files that the gallery does not know.</source>
        <translation>갤러리에 없는 이미지 파일</translation>
    </message>
    <message>
        <source>Pictures are written as PNG files.</source>
        <translation>이미지는 PNG 파일로 저장됩니다.</translation>
    </message>
    <message>
        <source>Pictures cannot be exported as “{format}”.</source>
        <translation>이미지를 “{format}” 형식으로 내보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Pictures of {first} and {second} pixels cannot be compared.</source>
        <translation>{first}픽셀 이미지와 {second}픽셀 이미지는 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Pictures that the gallery knows, whose files are gone.</source>
        <translation>갤러리에 있으나 파일이 없어진 이미지</translation>
    </message>
    <message>
        <source>Pictures that were moved or renamed.</source>
        <translation>위치나 이름이 바뀐 이미지</translation>
    </message>
    <message>
        <source>Pictures whose files are gone, with ratings and tags that only the database has.</source>
        <translation>파일이 없어졌고 별점과 태그가 데이터베이스에만 있는 이미지</translation>
    </message>
    <message>
        <source>Pictures whose files say something else than the database.</source>
        <translation>파일의 내용이 데이터베이스와 다른 이미지</translation>
    </message>
    <message>
        <source>Pictures whose kept denoising is gone, new or changed.</source>
        <translation>보관된 노이즈 제거 과정이 없어졌거나, 새로 생겼거나, 바뀐 이미지</translation>
    </message>
    <message>
        <source>Pictures whose ratings and tags are in the database only.</source>
        <translation>별점과 태그가 데이터베이스에만 있는 이미지</translation>
    </message>
    <message>
        <source>Pictures with other ratings or tags beside them than in the database.</source>
        <translation>사이드카 파일의 별점이나 태그가 데이터베이스와 다른 이미지</translation>
    </message>
    <message>
        <source>Press Generate again.</source>
        <translation>“생성”을 다시 누르세요.</translation>
    </message>
    <message>
        <source>Previews go without it.</source>
        <translation>미리보기는 소형 오토인코더 없이 진행합니다.</translation>
    </message>
    <message>
        <source>Previews go without it; download or copy it again.</source>
        <translation>미리보기는 소형 오토인코더 없이 진행합니다. 다시 다운로드하거나 복사하세요.</translation>
    </message>
    <message>
        <source>Put quotes around it to search for these words, or use one of: {known}.</source>
        <translation>이 단어들을 검색하려면 따옴표로 묶거나 다음 중 하나를 사용하세요: {known}.</translation>
    </message>
    <message>
        <source>Remove it with the program that put it there.</source>
        <translation>이 모델을 넣은 프로그램으로 제거하세요.</translation>
    </message>
    <message>
        <source>Remove what was fetched and try again.</source>
        <translation>받은 것을 제거하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Rename it, or choose another folder.</source>
        <translation>폴더 이름을 바꾸거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Rename one, or add the one you mean by its file.</source>
        <translation>하나의 이름을 바꾸거나, 원하는 것을 파일로 추가하세요.</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>파일 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>Replay its denoising again.</source>
        <translation>노이즈 제거를 한 번 더 재실행하세요.</translation>
    </message>
    <message>
        <source>Restart the computer, or install the driver again.</source>
        <translation>컴퓨터를 다시 시작하거나 드라이버를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>Set SDSTUDIO_DEVICE=mps to try them.</source>
        <translation>사용해 보려면 SDSTUDIO_DEVICE=mps로 설정하세요.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>줄여 주세요.</translation>
    </message>
    <message>
        <source>Shorten it: a model reads only the first few dozen words.</source>
        <translation>줄여 주세요. 모델은 처음 수십 단어만 읽습니다.</translation>
    </message>
    <message>
        <source>Something went wrong in the gallery that should not have.</source>
        <translation>갤러리에서 예기치 않은 문제가 발생했습니다.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({kind}).</source>
        <translation>예기치 않은 문제가 발생했습니다({kind}).</translation>
    </message>
    <message>
        <source>Something went wrong while looking into this denoising.</source>
        <translation>노이즈 제거 과정의 내부를 살펴보는 중에 문제가 발생했습니다.</translation>
    </message>
    <message>
        <source>Stable Diffusion 1.5 trained further: better people, light and painting.</source>
        <translation>Stable Diffusion 1.5를 더 학습한 모델. 인물, 빛, 회화 표현이 더 좋습니다.</translation>
    </message>
    <message>
        <source>Start the app again: it makes a new one from the picture files.</source>
        <translation>앱을 다시 시작하세요. 이미지 파일로 데이터베이스를 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Start the app again: it will use the processor.</source>
        <translation>앱을 다시 시작하세요. 프로세서를 사용하게 됩니다.</translation>
    </message>
    <message>
        <source>Try again later, or from elsewhere.</source>
        <translation>나중에 다시 시도하거나 다른 곳에서 받으세요.</translation>
    </message>
    <message>
        <source>Try again later, or use another index.</source>
        <translation>나중에 다시 시도하거나 다른 인덱스를 사용하세요.</translation>
    </message>
    <message>
        <source>“{name}” arrived damaged twice: its checksum is not the one that was listed.</source>
        <translation>“{name}”이(가) 두 번 모두 손상된 채 도착했습니다. 체크섬이 목록과 다릅니다.</translation>
    </message>
    <message>
        <source>“{name}” does not have the length that was listed.</source>
        <translation>“{name}”의 길이가 목록과 다릅니다.</translation>
    </message>
    <message>
        <source>Step {step} belongs to the parent of this picture.</source>
        <translation>스텝 {step}은(는) 이 이미지의 부모 이미지에 속합니다.</translation>
    </message>
    <message>
        <source>Start the download again to go on where it stopped.</source>
        <translation>다운로드를 다시 시작하면 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>Step {step} was not replayed.</source>
        <translation>스텝 {step}은(는) 재실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>Styles were added to its prompt, which are not carried over.</source>
        <translation>프롬프트에 스타일을 추가했으나, 이 설정은 이어받지 않습니다.</translation>
    </message>
    <message>
        <source>Take it out of the prompt.</source>
        <translation>프롬프트에서 빼세요.</translation>
    </message>
    <message>
        <source>Take it out until it is there once.</source>
        <translation>하나만 남을 때까지 빼세요.</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <translation>LoRA를 빼세요.</translation>
    </message>
    <message>
        <source>The LoRA “{path}” asks for more than a LoRA: its setting “{name}” is not applied.</source>
        <translation>LoRA “{path}”이(가) LoRA 이상의 것을 요구합니다. 설정 “{name}”은(는) 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>The LoRAs that the prompt names are being looked for.</source>
        <translation>프롬프트에 적힌 LoRA를 찾고 있습니다.</translation>
    </message>
    <message>
        <source>The NVIDIA driver does not tell which cards there are: {reason}.</source>
        <translation>NVIDIA 드라이버에서 그래픽 카드 목록을 알려 주지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>The NVIDIA driver is there (version {driver}), but no card.</source>
        <translation>NVIDIA 드라이버(버전 {driver})는 있지만 그래픽 카드가 없습니다.</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old: it is version {driver}, and “{card}” needs at least version {needed}.</source>
        <translation>NVIDIA 드라이버가 너무 오래되었습니다. 현재 버전은 {driver}인데 “{card}”에는 버전 {needed} 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>The answer of {endpoint} makes no sense.</source>
        <translation>{endpoint}의 응답이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The app starts with an empty one.</source>
        <translation>앱은 빈 목록으로 시작합니다.</translation>
    </message>
    <message>
        <source>The app starts with its defaults.</source>
        <translation>앱은 기본 설정으로 시작합니다.</translation>
    </message>
    <message>
        <source>The attention of this picture is no longer in memory.</source>
        <translation>이 이미지의 어텐션이 더 이상 메모리에 없습니다.</translation>
    </message>
    <message>
        <source>The best of these, and the slowest; for large cards and no business use.</source>
        <translation>이 중 가장 좋고 가장 느린 모델. 큰 그래픽 카드용이며 상업적으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The connection broke off in the middle of “{name}”.</source>
        <translation>“{name}”을(를) 받는 도중에 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The connection to {endpoint} failed: {reason}.</source>
        <translation>{endpoint}에 연결하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>The count is {count}; it must be between 1 and 1000.</source>
        <translation>개수가 {count}입니다. 1에서 1000 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The database gets their new places.</source>
        <translation>데이터베이스에 새 위치를 기록합니다.</translation>
    </message>
    <message>
        <source>The database gets what is beside the pictures.</source>
        <translation>이미지 옆에 있는 파일의 내용을 데이터베이스에 기록합니다.</translation>
    </message>
    <message>
        <source>The database gets what the files say.</source>
        <translation>파일의 내용을 데이터베이스에 기록합니다.</translation>
    </message>
    <message>
        <source>The database itself is damaged.</source>
        <translation>데이터베이스 자체가 손상되었습니다.</translation>
    </message>
    <message>
        <source>The denoising could not be kept with the picture; the log has the details.</source>
        <translation>이미지와 함께 노이즈 제거 과정을 보관하지 못했습니다. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>The denoising kept in “{path}” is damaged.</source>
        <translation>“{path}”에 보관된 노이즈 제거 과정이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The denoising of this picture is no longer in memory.</source>
        <translation>이 이미지의 노이즈 제거 과정이 더 이상 메모리에 없습니다.</translation>
    </message>
    <message>
        <source>The denoising of this picture takes more memory than is set aside for it, so it cannot be looked into.</source>
        <translation>이 이미지의 노이즈 제거 과정에 필요한 메모리가 할당된 양보다 많아 내부를 살펴볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The denoising that this branch continues is not there.</source>
        <translation>이 분기가 이어 갈 노이즈 제거 과정이 없습니다.</translation>
    </message>
    <message>
        <source>The denoising was not kept: its picture “{path}” is no longer there.</source>
        <translation>노이즈 제거 과정을 보관하지 못했습니다. 이미지 “{path}”이(가) 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The denoising “{path}” could not be read: {reason}.</source>
        <translation>노이즈 제거 과정 “{path}”을(를) 읽지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>The denoising “{path}” takes more memory than is set aside for it.</source>
        <translation>노이즈 제거 과정 “{path}”에 필요한 메모리가 할당된 양보다 많습니다.</translation>
    </message>
    <message>
        <source>The denoising “{path}” was written by a newer version of sdstudio.</source>
        <translation>노이즈 제거 과정 “{path}”은(는) 더 새로운 버전의 sdstudio에서 저장되었습니다.</translation>
    </message>
    <message>
        <source>The disk is full: the gallery&apos;s database “{path}” could not be written.</source>
        <translation>디스크가 가득 차서 갤러리 데이터베이스 “{path}”에 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>The disk is full: “{path}” could not be written.</source>
        <translation>디스크가 가득 차서 “{path}”에 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>The download needs {missing} MB, and {free} MB are free at “{path}”.</source>
        <translation>다운로드하려면 {missing} MB가 필요하지만 “{path}”의 여유 공간은 {free} MB입니다.</translation>
    </message>
    <message>
        <source>The embedding “{word}” is called as a word that the model knows already.</source>
        <translation>임베딩 “{word}”의 이름이 모델이 이미 아는 단어와 같습니다.</translation>
    </message>
    <message>
        <source>The ending of “{path}” is that of no animation.</source>
        <translation>“{path}”의 확장자는 애니메이션 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The files for your graphics card (torch {found}) do not fit this version of the app, which needs torch {needed}; the processor is used.</source>
        <translation>그래픽 카드용 파일(torch {found})이 이 버전의 앱과 맞지 않아 프로세서를 사용합니다. 필요한 버전은 torch {needed}입니다.</translation>
    </message>
    <message>
        <source>The files for your graphics card are damaged; the processor is used.</source>
        <translation>그래픽 카드용 파일이 손상되어 프로세서를 사용합니다.</translation>
    </message>
    <message>
        <source>The first that was published, for results as in early tutorials.</source>
        <translation>처음 공개된 모델. 초기 튜토리얼과 같은 결과를 냅니다.</translation>
    </message>
    <message>
        <source>The folder “{path}” is empty.</source>
        <translation>“{path}” 폴더가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The gallery “{path}” was written by a newer version of sdstudio.</source>
        <translation>갤러리 “{path}”은(는) 더 새로운 버전의 sdstudio에서 저장되었습니다.</translation>
    </message>
    <message>
        <source>The gallery&apos;s database was damaged. It is kept as “{path}”, and a new one is filled from the picture files.</source>
        <translation>갤러리 데이터베이스가 손상되어 “{path}”에 보관했습니다. 이미지 파일로 새 데이터베이스를 채웁니다.</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” could not be read or written: {reason}.</source>
        <translation>갤러리 데이터베이스 “{path}”을(를) 읽거나 쓰지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” is damaged.</source>
        <translation>갤러리 데이터베이스 “{path}”이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>The gallery&apos;s database “{path}” is in use by another program.</source>
        <translation>다른 프로그램이 갤러리 데이터베이스 “{path}”을(를) 사용 중입니다.</translation>
    </message>
    <message>
        <source>The guidance scale is {guidance}; it must be between 0 and {most}.</source>
        <translation>가이던스 스케일이 {guidance}입니다. 0에서 {most} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The guidance scale must be a number.</source>
        <translation>가이던스 스케일은 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>The guidance scale {value} is out of bounds; {taken} is taken.</source>
        <translation>가이던스 스케일 {value}은(는) 범위를 벗어나므로 {taken}을(를) 사용합니다.</translation>
    </message>
    <message>
        <source>The hub does not tell the size and the checksum of “{name}” of “{repo_id}”.</source>
        <translation>허브에서 “{repo_id}”의 “{name}”에 대한 크기와 체크섬을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The library could not do this.</source>
        <translation>라이브러리에서 이 작업을 하지 못했습니다.</translation>
    </message>
    <message>
        <source>The list of models in “{path}” could not be read, so it is not changed.</source>
        <translation>“{path}”의 모델 목록을 읽지 못해 변경하지 않았습니다.</translation>
    </message>
    <message>
        <source>The list of words that the model knows, in “{path}”, is damaged.</source>
        <translation>“{path}”에 있는, 모델이 아는 단어의 목록이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation>자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>The log has the details; the app goes on.</source>
        <translation>자세한 내용은 로그에 있으며, 앱은 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>The metadata does not give the guidance scale; 7 is taken.</source>
        <translation>메타데이터에 가이던스 스케일이 없어 7을 사용합니다.</translation>
    </message>
    <message>
        <source>The metadata does not give the {name}; {taken} is taken.</source>
        <translation>메타데이터에 {name} 값이 없어 {taken}을(를) 사용합니다.</translation>
    </message>
    <message>
        <source>The metadata does not name a model.</source>
        <translation>메타데이터에 모델 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The metadata does not name a sampler; {taken} is taken.</source>
        <translation>메타데이터에 샘플러 이름이 없어 {taken}을(를) 사용합니다.</translation>
    </message>
    <message>
        <source>The model gave no picture: its result is not a number (NaN).</source>
        <translation>모델이 이미지를 만들지 못했습니다. 결과가 숫자가 아닙니다(NaN).</translation>
    </message>
    <message>
        <source>The model is incomplete: “{index}” does not list weight files that are there.</source>
        <translation>모델이 불완전합니다. “{index}”에 실제로 있는 가중치 파일의 목록이 없습니다.</translation>
    </message>
    <message>
        <source>The model is incomplete: “{path}” holds no weights.</source>
        <translation>모델이 불완전합니다. “{path}”에 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>The model is incomplete: “{path}” is missing.</source>
        <translation>모델이 불완전합니다. “{path}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The model of most tutorials; runs on small cards, and add-ons are plenty.</source>
        <translation>대부분의 튜토리얼에서 쓰는 모델. 작은 그래픽 카드에서도 실행되고 추가 요소가 많습니다.</translation>
    </message>
    <message>
        <source>The model works without it; to have its suggestions back, install the app again.</source>
        <translation>모델은 목록 없이도 작동합니다. 단어 제안을 다시 쓰려면 앱을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The model “{path}” has no part called “{name}”.</source>
        <translation>모델 “{path}”에 “{name}”(이)라는 구성 요소가 없습니다.</translation>
    </message>
    <message>
        <source>The model “{path}” is incomplete: its “{name}” is missing.</source>
        <translation>모델 “{path}”이(가) 불완전합니다. “{name}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>모델의 “{name}”을(를) 불러오지 못했습니다. 파일이 손상되었거나 서로 맞지 않습니다({kind}).</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” is incomplete: {count} of its weights are missing, “{first}” among them.</source>
        <translation>모델의 “{name}”이(가) 불완전합니다. “{first}” 등 가중치 {count}개가 없습니다.</translation>
    </message>
    <message>
        <source>The model&apos;s “{name}” is incomplete: “{path}” is missing.</source>
        <translation>모델의 “{name}”이(가) 불완전합니다. “{path}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The name of the folder “{path}” is not valid Unicode text.</source>
        <translation>폴더 “{path}”의 이름이 올바른 유니코드 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The name of the pictures folder “{path}” is not valid Unicode text.</source>
        <translation>이미지 폴더 “{path}”의 이름이 올바른 유니코드 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The nearest is {nearest}.</source>
        <translation>가장 가까운 값은 {nearest}입니다.</translation>
    </message>
    <message>
        <source>The other part does not fit into the memory of {device} beside the model.</source>
        <translation>다른 구성 요소가 모델과 함께 {device}의 메모리에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>The parts of “{name}” do not make a {pipeline_class} ({kind}).</source>
        <translation>“{name}”의 구성 요소로는 {pipeline_class}을(를) 만들 수 없습니다({kind}).</translation>
    </message>
    <message>
        <source>The path of the {what} holds characters that are not valid Unicode text.</source>
        <translation>{what}: 경로에 올바른 유니코드 텍스트가 아닌 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The picture and its animation cannot both be “{path}”.</source>
        <translation>이미지와 애니메이션을 모두 “{path}”(으)로 저장할 수는 없습니다.</translation>
    </message>
    <message>
        <source>The picture is too small: {width} × {height} pixels.</source>
        <translation>이미지가 너무 작습니다: {width} × {height}픽셀.</translation>
    </message>
    <message>
        <source>The picture that this one branches from is not in the gallery any more.</source>
        <translation>이 이미지가 분기되어 나온 이미지가 더 이상 갤러리에 없습니다.</translation>
    </message>
    <message>
        <source>The picture was decoded again in full precision.</source>
        <translation>이미지를 전체 정밀도로 다시 디코딩했습니다.</translation>
    </message>
    <message>
        <source>The picture “{name}” is too small: {width} × {height} pixels.</source>
        <translation>이미지 “{name}”이(가) 너무 작습니다: {width} × {height}픽셀.</translation>
    </message>
    <message>
        <source>The picture “{path}” is damaged, or no PNG, JPEG or WebP file.</source>
        <translation>이미지 “{path}”이(가) 손상되었거나 PNG, JPEG, WebP 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The picture “{path}” is damaged, or of no kind that can be read.</source>
        <translation>이미지 “{path}”이(가) 손상되었거나 읽을 수 없는 종류입니다.</translation>
    </message>
    <message>
        <source>The picture “{path}” is not there.</source>
        <translation>이미지 “{path}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The picture “{path}” is too large to be opened safely.</source>
        <translation>이미지 “{path}”은(는) 너무 커서 안전하게 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The processor is used as before.</source>
        <translation>이전처럼 프로세서를 사용합니다.</translation>
    </message>
    <message>
        <source>The prompt has no token {token}.</source>
        <translation>프롬프트에 토큰 {token}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The quality is {quality}; it must be between 1 and 100.</source>
        <translation>품질이 {quality}입니다. 1에서 100 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The rating is {rating}; it must be between 0 and {most}.</source>
        <translation>별점이 {rating}점입니다. 0에서 {most} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The replay kept no maps: the picture is too large.</source>
        <translation>이미지가 너무 커서 재실행에서 맵을 보관하지 못했습니다.</translation>
    </message>
    <message>
        <source>The safety checker that came with this model replaced the picture by a black one.</source>
        <translation>이 모델에 포함된 안전 검사기가 이미지를 검은 이미지로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>The scheduler {scheduler} does not fit this kind of model.</source>
        <translation>{scheduler} 스케줄러는 이 종류의 모델에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The sdstudio that is running cannot open files for another.</source>
        <translation>실행 중인 sdstudio가 다른 실행의 파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The search of the hub failed.</source>
        <translation>허브 검색에 실패했습니다.</translation>
    </message>
    <message>
        <source>The settings in the LoRA “{path}” make no sense.</source>
        <translation>LoRA “{path}”의 설정이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The settings that {program} wrote could not be read.</source>
        <translation>{program}에서 저장한 설정을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The size is that of the picture.</source>
        <translation>크기는 이미지의 크기를 따릅니다.</translation>
    </message>
    <message>
        <source>The starter model is part of the app and stays.</source>
        <translation>스타터 모델은 앱의 일부이므로 제거할 수 없습니다.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: {reason}.</source>
        <translation>시스템 키링을 사용할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The tiny autoencoder does not fit into the memory of {device} beside the model.</source>
        <translation>소형 오토인코더가 모델과 함께 {device}의 메모리에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>The tiny autoencoder is incomplete: “{path}” is missing.</source>
        <translation>소형 오토인코더가 불완전합니다. “{path}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The tiny autoencoder “{path}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>소형 오토인코더 “{path}”을(를) 불러오지 못했습니다. 파일이 손상되었거나 서로 맞지 않습니다({kind}).</translation>
    </message>
    <message>
        <source>The tiny autoencoder “{path}” is incomplete: {count} of its weights are missing, “{first}” among them.</source>
        <translation>소형 오토인코더 “{path}”이(가) 불완전합니다. “{first}” 등 가중치 {count}개가 없습니다.</translation>
    </message>
    <message>
        <source>The token would travel unencrypted to “{endpoint}”.</source>
        <translation>토큰이 “{endpoint}”까지 암호화되지 않은 채 전송됩니다.</translation>
    </message>
    <message>
        <source>The tokenizer of this model does not tell its tokens.</source>
        <translation>이 모델의 토크나이저는 토큰을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The tokenizer of this model is of a kind that does not tell its tokens.</source>
        <translation>이 모델의 토크나이저는 토큰을 알려 주지 않는 종류입니다.</translation>
    </message>
    <message>
        <source>The weight in “{tag}” is not one number.</source>
        <translation>“{tag}”의 가중치가 숫자 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>The weight of a LoRA must be a number.</source>
        <translation>LoRA의 가중치는 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>The weight of the LoRA “{name}” is {weight}; it must be between -{most} and {most}.</source>
        <translation>LoRA “{name}”의 가중치가 {weight}입니다. -{most}에서 {most} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The {name} could not be read.</source>
        <translation>{name}: 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The {name} has {count} characters; at most {most} are accepted.</source>
        <translation>{name}: {count}자입니다. {most}자까지만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The {name} holds characters that are not valid Unicode text.</source>
        <translation>{name}: 올바른 유니코드 텍스트가 아닌 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The {name} is cut off after {most} characters.</source>
        <translation>{name}: {most}자 뒤는 잘렸습니다.</translation>
    </message>
    <message>
        <source>The {name} is {value}; it must be between {least} and {most}.</source>
        <translation>{name}: 현재 값은 {value}입니다. {least}에서 {most} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The {name} make no sense.</source>
        <translation>{name}: 내용이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The {name} must be a number.</source>
        <translation>{name}: 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>The {name} must be a whole number.</source>
        <translation>{name}: 정수여야 합니다.</translation>
    </message>
    <message>
        <source>The {name} {value} is out of bounds; {taken} is taken.</source>
        <translation>{name}: {value}은(는) 범위를 벗어나므로 {taken}을(를) 사용합니다.</translation>
    </message>
    <message>
        <source>The {name} “{value}” is no number; {taken} is taken.</source>
        <translation>{name}: “{value}”은(는) 숫자가 아니므로 {taken}을(를) 사용합니다.</translation>
    </message>
    <message>
        <source>The {what} has no usable path.</source>
        <translation>{what}: 사용할 수 있는 경로가 없습니다.</translation>
    </message>
    <message>
        <source>The {what} has {total} tokens and this model reads {most}: everything after “…{end}” was ignored.</source>
        <translation>{what}의 토큰은 {total}개인데 이 모델은 {most}개까지 읽습니다. “…{end}” 뒤의 내용은 모두 무시되었습니다.</translation>
    </message>
    <message>
        <source>The {what} was damaged. It is kept as “{path}”.</source>
        <translation>손상된 {what}을(를) “{path}”에 보관했습니다.</translation>
    </message>
    <message>
        <source>The {what} “{name}” is there {count} times.</source>
        <translation>{what} “{name}”이(가) {count}번 들어 있습니다.</translation>
    </message>
    <message>
        <source>The {what} “{path}” could not be read ({reason}).</source>
        <translation>{what} “{path}”을(를) 읽지 못했습니다({reason}).</translation>
    </message>
    <message>
        <source>The {what} “{path}” does not fit this model: its layers have other names or shapes.</source>
        <translation>{what} “{path}”은(는) 레이어의 이름이나 형태가 달라 이 모델에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The {what} “{path}” is for {theirs}, and the model is {own}.</source>
        <translation>{what} “{path}”은(는) {theirs}용인데 모델은 {own}입니다.</translation>
    </message>
    <message>
        <source>The {what} “{path}” is not there.</source>
        <translation>{what} “{path}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” could not be loaded: its files are damaged or do not fit together ({kind}).</source>
        <translation>“{path}”의 “{name}”을(를) 불러오지 못했습니다. 파일이 손상되었거나 서로 맞지 않습니다({kind}).</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” does not fit this model: its {key} is {theirs}, and the model needs {own}.</source>
        <translation>“{path}”의 “{name}”은(는) 이 모델에 맞지 않습니다. {key} 값이 {theirs}인데 모델에는 {own}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>The “{name}” in “{path}” does not fit this model: of its weights, {count} are missing or of another size, “{first}” among them.</source>
        <translation>“{path}”의 “{name}”은(는) 이 모델에 맞지 않습니다. 가중치 가운데 “{first}” 등 {count}개가 없거나 크기가 다릅니다.</translation>
    </message>
    <message>
        <source>Their pictures are left as they are.</source>
        <translation>그 폴더의 이미지는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>There are no pictures to put on a sheet.</source>
        <translation>시트에 넣을 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>There are no steps to show.</source>
        <translation>표시할 스텝이 없습니다.</translation>
    </message>
    <message>
        <source>There are {count} LoRAs called “{name}”, among them “{first}” and “{second}”.</source>
        <translation>“{name}”(이)라는 LoRA가 “{first}”, “{second}” 등 {count}개 있습니다.</translation>
    </message>
    <message>
        <source>There are {count} files of the kind “{what}”; at most {most} are accepted.</source>
        <translation>“{what}” 종류의 파일이 {count}개입니다. {most}개까지만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There is a collection “{name}” already.</source>
        <translation>“{name}” 컬렉션이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is no LoRA called “{name}” in your folders of models.</source>
        <translation>모델 폴더에 “{name}”(이)라는 LoRA가 없습니다.</translation>
    </message>
    <message>
        <source>There is no animation: the denoising could not be kept in memory.</source>
        <translation>노이즈 제거 과정을 메모리에 보관하지 못해 애니메이션이 없습니다.</translation>
    </message>
    <message>
        <source>There is no build of torch {version} for “{card}” at {endpoint}.</source>
        <translation>{endpoint}에 “{card}”용 torch {version} 빌드가 없습니다.</translation>
    </message>
    <message>
        <source>There is no collection “{name}”.</source>
        <translation>“{name}” 컬렉션이 없습니다.</translation>
    </message>
    <message>
        <source>There is no cross-attention layer {layer}.</source>
        <translation>크로스 어텐션 레이어 {layer}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>“{path}” 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>There is no model at “{path}”.</source>
        <translation>“{path}”에 모델이 없습니다.</translation>
    </message>
    <message>
        <source>There is no model “{name}”.</source>
        <translation>“{name}” 모델이 없습니다.</translation>
    </message>
    <message>
        <source>There is no model “{repo_id}” at {endpoint}, or it is private.</source>
        <translation>{endpoint}에 “{repo_id}” 모델이 없거나 비공개입니다.</translation>
    </message>
    <message>
        <source>There is no noise schedule called “{name}”.</source>
        <translation>“{name}”(이)라는 노이즈 스케줄이 없습니다.</translation>
    </message>
    <message>
        <source>There is no picture {id} in the gallery.</source>
        <translation>갤러리에 이미지 {id}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no scheduler called “{scheduler}”.</source>
        <translation>“{scheduler}”(이)라는 스케줄러가 없습니다.</translation>
    </message>
    <message>
        <source>There is no scheduler “{name}” here; {nearest} comes nearest.</source>
        <translation>“{name}” 스케줄러가 없습니다. 가장 가까운 것은 {nearest}입니다.</translation>
    </message>
    <message>
        <source>There is no step {step} in this denoising.</source>
        <translation>이 노이즈 제거 과정에는 스텝 {step}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no step {step}: this picture is made in {steps}.</source>
        <translation>스텝 {step}이(가) 없습니다. 이 이미지는 {steps}스텝으로 만듭니다.</translation>
    </message>
    <message>
        <source>There is no timestep {timestep}.</source>
        <translation>타임스텝 {timestep}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no unfinished download of “{repo_id}”.</source>
        <translation>“{repo_id}”의 끝나지 않은 다운로드가 없습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory on {device} to look inside.</source>
        <translation>{device}의 메모리가 부족하여 내부를 살펴볼 수 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing at “{path}”.</source>
        <translation>“{path}”에 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to fetch.</source>
        <translation>내려받을 것이 없습니다.</translation>
    </message>
    <message>
        <source>These are too many files at once.</source>
        <translation>한 번에 여는 파일이 너무 많습니다.</translation>
    </message>
    <message>
        <source>These end in .ckpt, .pt, .pth or .bin.</source>
        <translation>이런 파일은 .ckpt, .pt, .pth 또는 .bin으로 끝납니다.</translation>
    </message>
    <message>
        <source>These settings are incomplete: there is no prompt.</source>
        <translation>이 설정은 불완전합니다. 프롬프트가 없습니다.</translation>
    </message>
    <message>
        <source>These settings are not a JSON object.</source>
        <translation>이 설정은 JSON 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>These settings are not valid JSON.</source>
        <translation>이 설정은 올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>These two pictures were made by models whose latents are of different kinds.</source>
        <translation>두 이미지는 잠재 표현의 종류가 다른 모델로 만들었습니다.</translation>
    </message>
    <message>
        <source>They are deleted.</source>
        <translation>삭제합니다.</translation>
    </message>
    <message>
        <source>They are written beside the pictures, where the folders allow it.</source>
        <translation>폴더에 쓸 수 있으면 이미지 옆에 파일로 저장합니다.</translation>
    </message>
    <message>
        <source>They come into the gallery.</source>
        <translation>갤러리에 추가합니다.</translation>
    </message>
    <message>
        <source>They leave the gallery; what is in the trash stays known.</source>
        <translation>갤러리에서 뺍니다. 휴지통에 있는 것의 정보는 남깁니다.</translation>
    </message>
    <message>
        <source>They stay known, for when the files come back.</source>
        <translation>파일이 돌아올 때를 위해 정보를 남깁니다.</translation>
    </message>
    <message>
        <source>They stay where they are, for when their pictures come back.</source>
        <translation>이미지가 돌아올 때를 위해 그 자리에 둡니다.</translation>
    </message>
    <message>
        <source>They stay where they are; bring them back from a backup.</source>
        <translation>그 자리에 둡니다. 백업에서 되돌리세요.</translation>
    </message>
    <message>
        <source>They stay where they are; move them away to have new ones written.</source>
        <translation>그 자리에 둡니다. 다른 곳으로 옮기면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>This denoising was made with another model than “{model}” is now.</source>
        <translation>이 노이즈 제거 과정은 지금의 “{model}”과(와) 다른 모델로 만들었습니다.</translation>
    </message>
    <message>
        <source>This denoising was made with other LoRAs, embeddings or parts than are there now.</source>
        <translation>이 노이즈 제거 과정은 지금과 다른 LoRA, 임베딩 또는 구성 요소로 만들었습니다.</translation>
    </message>
    <message>
        <source>This is a flow model: it goes from noise to picture in a straight line, so there are no betas that could be replaced.</source>
        <translation>이것은 플로(flow) 모델입니다. 노이즈에서 이미지까지 직선으로 나아가므로 바꿀 수 있는 베타 값이 없습니다.</translation>
    </message>
    <message>
        <source>This model has no VAE: its network works on the pixels themselves.</source>
        <translation>이 모델에는 VAE가 없습니다. 네트워크가 픽셀을 직접 다룹니다.</translation>
    </message>
    <message>
        <source>This model has no cross-attention that can be shown.</source>
        <translation>이 모델에는 표시할 수 있는 크로스 어텐션이 없습니다.</translation>
    </message>
    <message>
        <source>This model is a transformer: it reads words and picture in one joint attention, and has no cross-attention layers as a UNet has them.</source>
        <translation>이 모델은 트랜스포머입니다. 단어와 이미지를 하나의 결합 어텐션으로 읽으며, UNet과 같은 크로스 어텐션 레이어가 없습니다.</translation>
    </message>
    <message>
        <source>This model makes grey pictures, and noise is added to coloured ones here.</source>
        <translation>이 모델은 흑백 이미지를 만들지만, 여기서는 컬러 이미지에 노이즈를 더합니다.</translation>
    </message>
    <message>
        <source>This model reads no negative prompt, so it had no effect.</source>
        <translation>이 모델은 네거티브 프롬프트를 읽지 않으므로 네거티브 프롬프트가 효과를 내지 않았습니다.</translation>
    </message>
    <message>
        <source>This model reads no prompt, so it had no effect.</source>
        <translation>이 모델은 프롬프트를 읽지 않으므로 프롬프트가 효과를 내지 않았습니다.</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so no pixel attends to words.</source>
        <translation>이 모델은 프롬프트를 읽지 않고 학습한 것을 스스로 그리므로, 단어를 살펴보는 픽셀이 없습니다.</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so there are no hidden states of words.</source>
        <translation>이 모델은 프롬프트를 읽지 않고 학습한 것을 스스로 그리므로, 단어의 은닉 상태가 없습니다.</translation>
    </message>
    <message>
        <source>This model reads no prompt: it draws what it was trained on, of its own accord, so there is nothing that could guide it.</source>
        <translation>이 모델은 프롬프트를 읽지 않고 학습한 것을 스스로 그리므로, 이끌어 줄 것이 없습니다.</translation>
    </message>
    <message>
        <source>This model takes no LoRAs.</source>
        <translation>이 모델은 LoRA를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>This model takes no textual inversions, and “{word}” in the prompt is one.</source>
        <translation>이 모델은 텍스추얼 인버전을 지원하지 않는데, 프롬프트의 “{word}”이(가) 텍스추얼 인버전입니다.</translation>
    </message>
    <message>
        <source>This model was distilled: its network is told the guidance scale and gives one answer, not one without and one with the prompt.</source>
        <translation>이 모델은 증류된 모델입니다. 네트워크는 가이던스 스케일을 입력으로 받아, 프롬프트 없는 답과 있는 답을 따로 내지 않고 하나의 답만 냅니다.</translation>
    </message>
    <message>
        <source>This model&apos;s VAE gives latents, not a distribution of them, and reads pictures otherwise than this pane does.</source>
        <translation>이 모델의 VAE는 잠재 표현의 분포가 아니라 잠재 표현 자체를 내놓으며, 이 패널과 다른 방식으로 이미지를 읽습니다.</translation>
    </message>
    <message>
        <source>This model&apos;s network gives one answer, not two.</source>
        <translation>이 모델의 네트워크는 답을 두 개가 아니라 하나만 냅니다.</translation>
    </message>
    <message>
        <source>This pane knows the inner flow of Stable Diffusion, SDXL, SD 3 and FLUX; that of a {kind} is another. Its steps, its schedule and its parts can be seen.</source>
        <translation>이 패널은 Stable Diffusion, SDXL, SD 3, FLUX의 내부 흐름만 보여 줄 수 있으며, {kind}의 흐름은 이와 다릅니다. 스텝, 스케줄, 구성 요소는 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This picture is no longer in the gallery.</source>
        <translation>이 이미지는 더 이상 갤러리에 없습니다.</translation>
    </message>
    <message>
        <source>This search has more than {most} words.</source>
        <translation>검색어가 {most}단어를 넘습니다.</translation>
    </message>
    <message>
        <source>This was stopped.</source>
        <translation>중지되었습니다.</translation>
    </message>
    <message>
        <source>This would move “{path}” to the trash ({size}{uses}).</source>
        <translation>“{path}”을(를) 휴지통으로 옮기게 됩니다({size}{uses}).</translation>
    </message>
    <message>
        <source>Thumbnails of pictures that are not there.</source>
        <translation>없는 이미지의 섬네일</translation>
    </message>
    <message>
        <source>Try a lower guidance scale, another scheduler or another model.</source>
        <translation>더 낮은 가이던스 스케일, 다른 스케줄러 또는 다른 모델을 시도하세요.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>나중에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Try again later. Start the download again to go on where it stopped.</source>
        <translation>나중에 다시 시도하세요. 다운로드를 다시 시작하면 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>다시 시도하세요.</translation>
    </message>
    <message>
        <source>Twelve billion parameters, distilled to four steps; wants a large card.</source>
        <translation>4스텝으로 증류된 매개변수 120억 개의 모델. 큰 그래픽 카드가 필요합니다.</translation>
    </message>
    <message>
        <source>Type at least one letter.</source>
        <translation>한 글자 이상 입력하세요.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>다시 입력하세요.</translation>
    </message>
    <message>
        <source>Unset it to download models.</source>
        <translation>모델을 다운로드하려면 이 변수를 해제하세요.</translation>
    </message>
    <message>
        <source>Use a copy in the safetensors format, or have this one converted: “sdstudio models convert” and File → Open do that, and read nothing but numbers.</source>
        <translation>safetensors 형식의 사본을 사용하거나 이 파일을 변환하세요. “sdstudio models convert” 또는 “파일 → 모델 파일 열기”로 변환할 수 있으며, 숫자만 읽습니다.</translation>
    </message>
    <message>
        <source>Use a copy in the safetensors format.</source>
        <translation>safetensors 형식의 사본을 사용하세요.</translation>
    </message>
    <message>
        <source>Use a copy of the model in the safetensors format, from somebody you trust.</source>
        <translation>믿을 수 있는 사람이 만든 safetensors 형식의 모델 사본을 사용하세요.</translation>
    </message>
    <message>
        <source>Use a copy with safetensors weights.</source>
        <translation>safetensors 가중치가 있는 사본을 사용하세요.</translation>
    </message>
    <message>
        <source>Use a diffusers model with safetensors weights.</source>
        <translation>safetensors 가중치가 있는 diffusers 모델을 사용하세요.</translation>
    </message>
    <message>
        <source>Use a model in the safetensors format.</source>
        <translation>safetensors 형식의 모델을 사용하세요.</translation>
    </message>
    <message>
        <source>Use a model that makes pictures from a prompt alone.</source>
        <translation>프롬프트만으로 이미지를 만드는 모델을 사용하세요.</translation>
    </message>
    <message>
        <source>Use an https address, or no token.</source>
        <translation>https 주소를 쓰거나 토큰을 쓰지 마세요.</translation>
    </message>
    <message>
        <source>Use another copy of the model.</source>
        <translation>모델의 다른 사본을 사용하세요.</translation>
    </message>
    <message>
        <source>Use another hub, or download the model by other means.</source>
        <translation>다른 허브를 사용하거나 다른 방법으로 모델을 다운로드하세요.</translation>
    </message>
    <message>
        <source>Use another index.</source>
        <translation>다른 인덱스를 사용하세요.</translation>
    </message>
    <message>
        <source>Use another index; see the documentation of the GPU.</source>
        <translation>다른 인덱스를 사용하세요. GPU 문서를 참고하세요.</translation>
    </message>
    <message>
        <source>Use cpu, cuda, cuda:1 or mps, or leave it empty.</source>
        <translation>cpu, cuda, cuda:1, mps 중 하나를 쓰거나 비워 두세요.</translation>
    </message>
    <message>
        <source>Use that version to look inside; the picture itself is unharmed.</source>
        <translation>그 버전을 사용하면 내부를 살펴볼 수 있습니다. 이미지 자체는 온전합니다.</translation>
    </message>
    <message>
        <source>Usual values are 3 to 12.</source>
        <translation>보통 3에서 12 사이입니다.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or end it.</source>
        <translation>잠시 기다렸다가 다시 시도하거나 실행 중인 sdstudio를 끝내세요.</translation>
    </message>
    <message>
        <source>Wait a moment, or choose a model.</source>
        <translation>잠시 기다리거나 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Wait for that download, or stop it.</source>
        <translation>그 다운로드가 끝나기를 기다리거나 중지하세요.</translation>
    </message>
    <message>
        <source>What is to be added to the model does not fit into the memory of {device}.</source>
        <translation>모델에 추가할 항목이 {device}의 메모리에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>What these settings add to the model makes no sense.</source>
        <translation>이 설정에서 모델에 추가하는 항목이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>What was given as a token is none.</source>
        <translation>토큰으로 입력한 것은 토큰이 아닙니다.</translation>
    </message>
    <message>
        <source>With an NVIDIA card, install its driver and start the app again. Cards of other makers cannot be used yet.</source>
        <translation>NVIDIA 그래픽 카드가 있다면 드라이버를 설치하고 앱을 다시 시작하세요. 다른 제조사의 카드는 아직 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Write it as in &lt;lora:{name}:0.8&gt;.</source>
        <translation>&lt;lora:{name}:0.8&gt;처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Write it as owner/name, as in stable-diffusion-v1-5/stable-diffusion-v1-5.</source>
        <translation>stable-diffusion-v1-5/stable-diffusion-v1-5처럼 owner/name 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>Write it like {example}.</source>
        <translation>{example}처럼 쓰세요.</translation>
    </message>
    <message>
        <source>You are offline by choice: nothing is asked of {endpoint}.</source>
        <translation>오프라인으로 설정되어 있어 {endpoint}에 아무것도 요청하지 않습니다.</translation>
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
        <translation>텍스추얼 인버전</translation>
    </message>
    <message>
        <source>a very large number</source>
        <translation>매우 큰 수</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>ffmpeg could not make an MP4 file of these steps.</source>
        <translation>ffmpeg가 이 스텝들로 MP4 파일을 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>응답이 없음</translation>
    </message>
    <message>
        <source>it does not say that its pictures are squares, and how large</source>
        <translation>이미지가 정사각형인지, 크기가 얼마인지 나와 있지 않음</translation>
    </message>
    <message>
        <source>it failed ({kind})</source>
        <translation>실패함({kind})</translation>
    </message>
    <message>
        <source>it has to be told a class to make a picture of</source>
        <translation>만들 이미지의 클래스를 지정해야 함</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>없어짐</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>잠겨 있음</translation>
    </message>
    <message>
        <source>it is not what it was when it was first verified</source>
        <translation>처음 검증했을 때와 다름</translation>
    </message>
    <message>
        <source>it is not what was downloaded</source>
        <translation>다운로드한 것과 다름</translation>
    </message>
    <message>
        <source>it keeps nothing</source>
        <translation>아무것도 저장하지 않음</translation>
    </message>
    <message>
        <source>list of models</source>
        <translation>모델 목록</translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation>네거티브 프롬프트</translation>
    </message>
    <message>
        <source>number of steps</source>
        <translation>스텝 수</translation>
    </message>
    <message>
        <source>part</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>sdstudio is running already but does not answer.</source>
        <translation>sdstudio가 이미 실행 중이지만 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>settings file</source>
        <translation>설정 파일</translation>
    </message>
    <message>
        <source>something else lies there by now</source>
        <translation>그 자리에 이미 다른 것이 있음</translation>
    </message>
    <message>
        <source>step to branch from</source>
        <translation>분기할 스텝</translation>
    </message>
    <message>
        <source>the denoiser of a model without its other parts</source>
        <translation>다른 구성 요소가 없는 모델의 디노이저</translation>
    </message>
    <message>
        <source>there is none on this system</source>
        <translation>이 시스템에 키링이 없음</translation>
    </message>
    <message>
        <source>this is only possible in the system&apos;s file manager</source>
        <translation>시스템의 파일 관리자에서만 할 수 있음</translation>
    </message>
    <message>
        <source>torch as it came with this installation ({version}) can use NVIDIA cards already.</source>
        <translation>이 설치에 포함된 torch({version})는 이미 NVIDIA 카드를 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>torch for your graphics card ({version}) did not start the last time; the processor is used.</source>
        <translation>그래픽 카드용 torch({version})가 지난번에 시작되지 않아 프로세서를 사용합니다.</translation>
    </message>
    <message>
        <source>torch for your graphics card could not be started: {reason}.</source>
        <translation>그래픽 카드용 torch를 시작할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>torch for your graphics card did not start within {seconds} seconds.</source>
        <translation>그래픽 카드용 torch가 {seconds}초 안에 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>torch for your graphics card does not work on this computer: {reason}.</source>
        <translation>그래픽 카드용 torch가 이 컴퓨터에서 작동하지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>torch for your graphics card ended while it was starting (code {code}).</source>
        <translation>그래픽 카드용 torch가 시작 도중 종료되었습니다(코드 {code}).</translation>
    </message>
    <message>
        <source>torch&apos;s build for your graphics card needs “{what}”, which is not to be had.</source>
        <translation>그래픽 카드용 torch 빌드에 “{what}”이(가) 필요하지만 구할 수 없습니다.</translation>
    </message>
    <message>
        <source>what its network takes and gives are not plain pixels</source>
        <translation>네트워크의 입력과 출력이 일반 픽셀이 아님</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>{count} of the pictures could not be read, “{path}” for one.</source>
        <translation>“{path}” 등 이미지 {count}개를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>{count} samplers made it; the settings are those of the first.</source>
        <translation>샘플러 {count}개로 만들었습니다. 설정은 첫 번째 샘플러의 것입니다.</translation>
    </message>
    <message>
        <source>{endpoint} did not answer the question (its answer was {status}).</source>
        <translation>{endpoint}에서 질문에 답하지 않았습니다(응답: {status}).</translation>
    </message>
    <message>
        <source>{endpoint} does not accept the token.</source>
        <translation>{endpoint}에서 토큰을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>{endpoint} has too much to do, or is broken (its answer was {status}).</source>
        <translation>{endpoint}에 요청이 너무 많거나 서버가 고장 났습니다(응답: {status}).</translation>
    </message>
    <message>
        <source>{endpoint} refused the download (its answer was {status}).</source>
        <translation>{endpoint}에서 다운로드를 거부했습니다(응답: {status}).</translation>
    </message>
    <message>
        <source>{endpoint} sends whole files only, so nobody can say what would be fetched.</source>
        <translation>{endpoint}에서는 파일 전체만 보내므로 무엇을 받게 될지 미리 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>{gone} of {pictures} pictures would leave the gallery, since their files are gone. Nothing was changed.</source>
        <translation>파일이 없어져 이미지 {pictures}개 중 {gone}개가 갤러리에서 빠지게 됩니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>{kind} makes no picture in {steps} step.</source>
        <translation>{kind}은(는) {steps}스텝으로 이미지를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>{name} must be text.</source>
        <translation>{name}: 텍스트여야 합니다.</translation>
    </message>
    <message>
        <source>{scheduler} cannot make a picture in {steps} steps.</source>
        <translation>{scheduler} 스케줄러는 {steps}스텝으로 이미지를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>{variable} is “{wish}”, but this computer has no such device.</source>
        <translation>{variable}의 값은 “{wish}”이지만 이 컴퓨터에는 그런 장치가 없습니다.</translation>
    </message>
    <message>
        <source>{variable} is “{wish}”, which is no device.</source>
        <translation>{variable}의 값 “{wish}”은(는) 장치가 아닙니다.</translation>
    </message>
    <message>
        <source>“Use my GPU” in the menu Generate tries it again or removes it.</source>
        <translation>“생성” 메뉴의 “내 GPU 사용”에서 다시 시도하거나 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>“sdstudio gallery list” tells which there are.</source>
        <translation>어떤 이미지가 있는지는 “sdstudio gallery list”로 알 수 있습니다.</translation>
    </message>
    <message>
        <source>“sdstudio gallery rebuild” makes a new one from the files.</source>
        <translation>“sdstudio gallery rebuild”로 파일에서 새 데이터베이스를 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>“sdstudio models downloads” tells which there are.</source>
        <translation>어떤 것이 있는지는 “sdstudio models downloads”로 알 수 있습니다.</translation>
    </message>
    <message>
        <source>“sdstudio models list --json” tells which are.</source>
        <translation>어떤 폴더가 있는지는 “sdstudio models list --json”으로 알 수 있습니다.</translation>
    </message>
    <message>
        <source>“sdstudio models list” tells which there are.</source>
        <translation>어떤 모델이 있는지는 “sdstudio models list”로 알 수 있습니다.</translation>
    </message>
    <message>
        <source>“{card}” is too old for this version of torch.</source>
        <translation>“{card}”은(는) 이 버전의 torch를 쓰기에는 너무 오래되었습니다.</translation>
    </message>
    <message>
        <source>“{endpoint}” is no address of a hub.</source>
        <translation>“{endpoint}”은(는) 허브 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>“{index}” names a weight file outside its own folder: “{name}”.</source>
        <translation>“{index}”이(가) 자기 폴더 밖에 있는 가중치 파일을 가리킵니다: “{name}”.</translation>
    </message>
    <message>
        <source>“{model}” cannot be run with the scheduler {scheduler}.</source>
        <translation>“{model}”은(는) {scheduler} 스케줄러로 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>“{model}” has no part called “{name}” that could be swapped.</source>
        <translation>“{model}”에는 교체할 수 있는 구성 요소 “{name}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>“{model}” is a {kind}, which needs a picture besides the prompt; this version makes pictures from words alone.</source>
        <translation>“{model}”은(는) 프롬프트 외에 이미지도 필요한 {kind}입니다. 이 버전은 글만으로 이미지를 만듭니다.</translation>
    </message>
    <message>
        <source>“{model}” is a {kind}, which this version cannot run.</source>
        <translation>“{model}”은(는) 이 버전에서 실행할 수 없는 {kind}입니다.</translation>
    </message>
    <message>
        <source>“{model}” reads no prompt, so it has no tokens.</source>
        <translation>“{model}”은(는) 프롬프트를 읽지 않으므로 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” arrived damaged: its checksum is not the one listed.</source>
        <translation>“{name}”이(가) 손상된 채 도착했습니다. 체크섬이 목록과 다릅니다.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>“{name}”을(를) 읽지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” does not fit into the memory of {device}.</source>
        <translation>“{name}”이(가) {device}의 메모리에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>“{name}” does not say which kind of Stable Diffusion 2 it is; it was taken for the one of {side} pixels. If its pictures are only noise, put the .yaml file that came with it beside it.</source>
        <translation>“{name}”에 어떤 종류의 Stable Diffusion 2인지 나와 있지 않아 {side}픽셀용으로 보았습니다. 이미지가 노이즈뿐이라면 함께 제공된 .yaml 파일을 옆에 두세요.</translation>
    </message>
    <message>
        <source>“{name}” holds a file that would lie outside its own folder: “{path}”.</source>
        <translation>“{name}”에 자기 폴더 밖에 놓일 파일이 들어 있습니다: “{path}”.</translation>
    </message>
    <message>
        <source>“{name}” holds far more than such a file should.</source>
        <translation>“{name}”에 이런 파일치고는 너무 많은 내용이 들어 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” is being downloaded already.</source>
        <translation>“{name}”은(는) 이미 다운로드하는 중입니다.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: it does not hold what its own list says.</source>
        <translation>“{name}”이(가) 손상되었습니다. 내용이 자체 목록과 다릅니다.</translation>
    </message>
    <message>
        <source>“{name}” is far larger than such a file should be.</source>
        <translation>“{name}”이(가) 이런 파일치고는 너무 큽니다.</translation>
    </message>
    <message>
        <source>“{name}” is listed, but not there.</source>
        <translation>“{name}”이(가) 목록에는 있지만 실제로는 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is neither a path nor a model that has been downloaded.</source>
        <translation>“{name}”은(는) 경로도 아니고 다운로드한 모델도 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be read; it may be damaged.</source>
        <translation>“{name}”은(는) 읽을 수 있는 이미지가 아니거나 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” is the name of {count} models.</source>
        <translation>“{name}”은(는) 모델 {count}개의 이름입니다.</translation>
    </message>
    <message>
        <source>“{name}” is too large: at most {pixels} million pixels are read.</source>
        <translation>“{name}”이(가) 너무 큽니다. 최대 {pixels}메가픽셀까지 읽습니다.</translation>
    </message>
    <message>
        <source>“{name}” of “{repo_id}” is damaged.</source>
        <translation>“{repo_id}”의 “{name}”이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>“{name}” of “{repo_id}” is listed, but not there.</source>
        <translation>“{repo_id}”의 “{name}”이(가) 목록에는 있지만 실제로는 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” asks for “{library}.{class_name}”, which is no model class.</source>
        <translation>“{path}”에서 요청하는 “{library}.{class_name}”은(는) 모델 클래스가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” cannot be shown: the file is missing or damaged.</source>
        <translation>“{path}”을(를) 표시할 수 없습니다. 파일이 없거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>“{path}” changes a model in a way that this version cannot apply ({kind}).</source>
        <translation>“{path}”은(는) 이 버전에서 적용할 수 없는 방식({kind})으로 모델을 변경합니다.</translation>
    </message>
    <message>
        <source>“{path}” claims to hold more than it does.</source>
        <translation>“{path}”의 실제 내용이 파일에 적힌 것보다 적습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back from the trash: {reason}.</source>
        <translation>“{path}”을(를) 휴지통에서 되돌리지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back: another file has taken its place.</source>
        <translation>“{path}”을(를) 되돌리지 못했습니다. 그 자리에 다른 파일이 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be brought back: it is no longer in the trash.</source>
        <translation>“{path}”을(를) 되돌리지 못했습니다. 더 이상 휴지통에 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be converted: there is not enough memory for it.</source>
        <translation>메모리가 부족하여 “{path}”을(를) 변환하지 못했습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be deleted: {reason}.</source>
        <translation>“{path}”을(를) 삭제하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” could not be moved to the trash.</source>
        <translation>“{path}”을(를) 휴지통으로 옮기지 못했습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be moved to the trash: {reason}.</source>
        <translation>“{path}”을(를) 휴지통으로 옮기지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” could not be read.</source>
        <translation>“{path}”을(를) 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}.</source>
        <translation>“{path}”을(를) 읽지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” could not be written.</source>
        <translation>“{path}”에 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}.</source>
        <translation>“{path}”에 쓰지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” describes the component “{name}” in an unknown way.</source>
        <translation>“{path}”에서 구성 요소 “{name}”을(를) 알 수 없는 방식으로 설명합니다.</translation>
    </message>
    <message>
        <source>“{path}” does not end in .png.</source>
        <translation>“{path}”이(가) .png로 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” does not end in .safetensors.</source>
        <translation>“{path}”이(가) .safetensors로 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” does not fit its family: of the weights of its “{name}”, {count} are missing or of another size, “{first}” among them.</source>
        <translation>“{path}”이(가) 해당 계열에 맞지 않습니다. “{name}”의 가중치 가운데 “{first}” 등 {count}개가 없거나 크기가 다릅니다.</translation>
    </message>
    <message>
        <source>“{path}” does not list its weight files.</source>
        <translation>“{path}”에 가중치 파일 목록이 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” does not say which pipeline it is for.</source>
        <translation>“{path}”에 어떤 파이프라인용인지 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” has no VAE, so nothing can turn its latents into pictures.</source>
        <translation>“{path}”에 VAE가 없어 잠재 표현을 이미지로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” has no text encoder, so it cannot read prompts.</source>
        <translation>“{path}”에 텍스트 인코더가 없어 프롬프트를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds more than numbers: it asks for “{what}”. Nothing of it was run.</source>
        <translation>“{path}”에는 숫자 말고 다른 것도 들어 있습니다(“{what}” 요청). 안의 어떤 것도 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds no pickled weights to convert.</source>
        <translation>“{path}”에 변환할 pickle 형식의 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds no token.</source>
        <translation>“{path}”에 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds no weights.</source>
        <translation>“{path}”에 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds no “{name}”.</source>
        <translation>“{path}”에 “{name}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds only pickled weights, which can run code when they are loaded.</source>
        <translation>“{path}”에는 pickle 형식의 가중치만 있어 불러올 때 코드가 실행될 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds pickled weights, which can run code when they are loaded.</source>
        <translation>“{path}”에는 pickle 형식의 가중치가 있어 불러올 때 코드가 실행될 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” holds weights of a kind that safetensors has no name for ({kind}).</source>
        <translation>“{path}”에 safetensors가 지원하지 않는 종류({kind})의 가중치가 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” is a ControlNet: an addition to a model, not a model.</source>
        <translation>“{path}”은(는) ControlNet입니다. 모델이 아니라 모델에 추가하는 것입니다.</translation>
    </message>
    <message>
        <source>“{path}” is a LoRA: a change to a model, not a model.</source>
        <translation>“{path}”은(는) LoRA입니다. 모델이 아니라 모델을 변경하는 것입니다.</translation>
    </message>
    <message>
        <source>“{path}” is a Stable Diffusion 3 or FLUX model in one file, which this version cannot load.</source>
        <translation>“{path}”은(는) 단일 파일로 된 Stable Diffusion 3 또는 FLUX 모델입니다. 이 버전에서는 불러올 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is a folder.</source>
        <translation>“{path}”은(는) 폴더입니다.</translation>
    </message>
    <message>
        <source>“{path}” is a model without a prompt that this version cannot run: {what}.</source>
        <translation>“{path}”은(는) 이 버전에서 실행할 수 없는, 프롬프트 없는 모델입니다: {what}.</translation>
    </message>
    <message>
        <source>“{path}” is a single file, and a “{name}” is taken from folders only.</source>
        <translation>“{path}”은(는) 단일 파일이지만 “{name}”은(는) 폴더에서만 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” is a single file, and not one of safetensors.</source>
        <translation>“{path}”은(는) 단일 파일이며 safetensors 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is a single file, not the folder of a tiny autoencoder.</source>
        <translation>“{path}”은(는) 단일 파일이며 소형 오토인코더의 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is an embedding: a word that is added to a model.</source>
        <translation>“{path}”은(는) 모델에 단어를 추가하는 임베딩입니다.</translation>
    </message>
    <message>
        <source>“{path}” is an inpainting model, which needs a picture to begin with.</source>
        <translation>“{path}”은(는) 시작할 이미지가 필요한 인페인팅 모델입니다.</translation>
    </message>
    <message>
        <source>“{path}” is being changed by another program.</source>
        <translation>다른 프로그램이 “{path}”을(를) 변경하고 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” is damaged or cannot be read.</source>
        <translation>“{path}”이(가) 손상되었거나 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is damaged or was replaced: {what}.</source>
        <translation>“{path}”이(가) 손상되었거나 바뀌었습니다: {what}.</translation>
    </message>
    <message>
        <source>“{path}” is damaged, or no file of weights.</source>
        <translation>“{path}”은(는) 손상되었거나 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is damaged: its safetensors header makes no sense.</source>
        <translation>“{path}”이(가) 손상되었습니다. safetensors 헤더가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” is for changing pictures, such as by inpainting, and not for making them from a prompt alone.</source>
        <translation>“{path}”은(는) 인페인팅처럼 이미지를 바꾸는 모델이며, 프롬프트만으로 이미지를 만드는 모델이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is in an old format, the pickle, which can hold code that runs when it is loaded; converting it reads only numbers and runs nothing in it.</source>
        <translation>“{path}”은(는) 오래된 pickle 형식입니다. 이 형식에는 불러올 때 실행되는 코드가 들어 있을 수 있습니다. 변환할 때는 숫자만 읽고 안의 어떤 것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” is in the safetensors format already.</source>
        <translation>“{path}”은(는) 이미 safetensors 형식입니다.</translation>
    </message>
    <message>
        <source>“{path}” is incomplete: it has {size} bytes and should have {expected}.</source>
        <translation>“{path}”이(가) 불완전합니다. 크기가 {size}바이트인데 {expected}바이트여야 합니다.</translation>
    </message>
    <message>
        <source>“{path}” is named safetensors but is a pickle, which can run code.</source>
        <translation>“{path}”은(는) 이름은 safetensors이지만 코드를 실행할 수 있는 pickle입니다.</translation>
    </message>
    <message>
        <source>“{path}” is neither a folder nor a safetensors file.</source>
        <translation>“{path}”은(는) 폴더도 safetensors 파일도 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is no LoRA.</source>
        <translation>“{path}”은(는) LoRA가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is no PNG, JPEG or WebP file.</source>
        <translation>“{path}”은(는) PNG, JPEG, WebP 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is no Stable Diffusion checkpoint.</source>
        <translation>“{path}”은(는) Stable Diffusion 체크포인트가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is no file of pickled weights.</source>
        <translation>“{path}”은(는) pickle 형식의 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is no textual inversion.</source>
        <translation>“{path}”은(는) 텍스추얼 인버전이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is not a diffusers model: it has no model_index.json.</source>
        <translation>“{path}”은(는) diffusers 모델이 아닙니다. model_index.json이 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is not a model of a kind that this version knows.</source>
        <translation>“{path}”은(는) 이 버전에서 아는 종류의 모델이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is not a tiny autoencoder.</source>
        <translation>“{path}”은(는) 소형 오토인코더가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is not a tiny autoencoder: it has no {name}.</source>
        <translation>“{path}”은(는) 소형 오토인코더가 아닙니다. {name}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is not named as safetensors files are.</source>
        <translation>“{path}”의 이름이 safetensors 파일의 이름 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is not one of the folders that are looked through.</source>
        <translation>“{path}”은(는) 모델을 찾는 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is not the folder of a diffusers model.</source>
        <translation>“{path}”은(는) diffusers 모델의 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is one part of a model in diffusers&apos; format.</source>
        <translation>“{path}”은(는) diffusers 형식 모델의 구성 요소 하나입니다.</translation>
    </message>
    <message>
        <source>“{path}” is only a VAE, which turns latents into pictures.</source>
        <translation>“{path}”은(는) 잠재 표현을 이미지로 바꾸는 VAE일 뿐입니다.</translation>
    </message>
    <message>
        <source>“{path}” is the denoising of another picture.</source>
        <translation>“{path}”은(는) 다른 이미지의 노이즈 제거 과정입니다.</translation>
    </message>
    <message>
        <source>“{path}” is the refiner of Stable Diffusion XL, which only reworks pictures.</source>
        <translation>“{path}”은(는) 이미지를 다듬기만 하는 Stable Diffusion XL 리파이너입니다.</translation>
    </message>
    <message>
        <source>“{path}” is there already.</source>
        <translation>“{path}”이(가) 이미 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” is too large to be opened safely.</source>
        <translation>“{path}”은(는) 너무 커서 안전하게 열 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” is {part}, which makes no pictures by itself.</source>
        <translation>“{path}”은(는) {part}이며, 단독으로는 이미지를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” lies in none of your model folders, so it is not removed.</source>
        <translation>“{path}”은(는) 모델 폴더 안에 있지 않으므로 제거하지 않습니다.</translation>
    </message>
    <message>
        <source>“{path}” names a weight file outside its own folder: “{name}”.</source>
        <translation>“{path}”이(가) 자기 폴더 밖에 있는 가중치 파일을 가리킵니다: “{name}”.</translation>
    </message>
    <message>
        <source>“{path}” names “{member}”, a file outside itself.</source>
        <translation>“{path}”이(가) 자기 밖에 있는 파일 “{member}”을(를) 가리킵니다.</translation>
    </message>
    <message>
        <source>“{path}” wants to run code of its own for its “{name}” ({library}).</source>
        <translation>“{path}”이(가) “{name}”에 자체 코드({library})를 실행하려 합니다.</translation>
    </message>
    <message>
        <source>“{path}” was trained for the scheduler {scheduler}, which this version does not have.</source>
        <translation>“{path}”은(는) {scheduler} 스케줄러용으로 학습되었는데, 이 버전에는 그 스케줄러가 없습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” can only be downloaded with a token.</source>
        <translation>“{repo_id}”은(는) 토큰이 있어야 다운로드할 수 있습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” could not be downloaded.</source>
        <translation>“{repo_id}”을(를) 다운로드하지 못했습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” has no weights for its “{name}”.</source>
        <translation>“{repo_id}”에 “{name}”의 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” has only pickled weights for “{name}”, which can run code when loaded.</source>
        <translation>“{repo_id}”의 “{name}”에는 pickle 형식의 가중치만 있어 불러올 때 코드가 실행될 수 있습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” holds only pickled weights, which can run code when they are loaded.</source>
        <translation>“{repo_id}”에는 pickle 형식의 가중치만 있어 불러올 때 코드가 실행될 수 있습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” is gated: its makers want you to agree to their terms.</source>
        <translation>“{repo_id}”은(는) 이용 조건에 동의해야 하는 모델입니다. 만든 사람들이 동의를 요청합니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” is no name of a model on the hub.</source>
        <translation>“{repo_id}”은(는) 허브의 모델 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” is not a diffusers model: it has no model_index.json.</source>
        <translation>“{repo_id}”은(는) diffusers 모델이 아닙니다. model_index.json이 없습니다.</translation>
    </message>
    <message>
        <source>“{repo_id}” lists a file outside its own folder: “{name}”.</source>
        <translation>“{repo_id}”의 목록에 자기 폴더 밖에 있는 파일이 있습니다: “{name}”.</translation>
    </message>
    <message>
        <source>“{repo_id}” wants to run code of its own for its “{name}” ({library}).</source>
        <translation>“{repo_id}”이(가) “{name}”에 자체 코드({library})를 실행하려 합니다.</translation>
    </message>
    <message>
        <source>“{word}” holds no letter or digit to search for.</source>
        <translation>“{word}”에 검색할 글자나 숫자가 없습니다.</translation>
    </message>
    <message>
        <source>“{word}” is not understood.</source>
        <translation>“{word}”을(를) 이해할 수 없습니다.</translation>
    </message>
    <message>
        <source>“{word}” is not understood: there is no “{key}” to search for.</source>
        <translation>“{word}”을(를) 이해할 수 없습니다. “{key}”(이)라는 검색 항목은 없습니다.</translation>
    </message>
</context>
</TS>
