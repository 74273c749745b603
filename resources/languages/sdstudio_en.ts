<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttentionPane</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BranchDialog</name>
    <message numerus="yes">
        <source>From step {index} on with {changes}; the %Ln step(s) before stay as they are.</source>
        <translation>
            <numerusform>From step {index} on with {changes}; the %Ln step before it stays as it is.</numerusform>
            <numerusform>From step {index} on with {changes}; the %Ln steps before stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckControl</name>
    <message numerus="yes">
        <source>{gone} of %Ln picture(s) would leave the gallery, since their files are gone. Nothing was changed.

Are the files only somewhere else, such as on a drive that is not plugged in? Then bring them back first and check again.</source>
        <translation>
            <numerusform>{gone} of %Ln picture would leave the gallery, since its file is gone. Nothing was changed.

Are the files only somewhere else, such as on a drive that is not plugged in? Then bring them back first and check again.</numerusform>
            <numerusform>{gone} of %Ln pictures would leave the gallery, since their files are gone. Nothing was changed.

Are the files only somewhere else, such as on a drive that is not plugged in? Then bring them back first and check again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%Ln picture(s) whose files are gone have left the gallery.</source>
        <translation>
            <numerusform>%Ln picture whose file is gone has left the gallery.</numerusform>
            <numerusform>%Ln pictures whose files are gone have left the gallery.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files and database agree on all %Ln picture(s).</source>
        <translation>
            <numerusform>Files and database agree on %Ln picture.</numerusform>
            <numerusform>Files and database agree on all %Ln pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln picture(s)</source>
        <translation>
            <numerusform>{done} of %Ln picture</numerusform>
            <numerusform>{done} of %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deletion</name>
    <message numerus="yes">
        <source>deleting of %Ln picture(s)</source>
        <translation>
            <numerusform>deleting of %Ln picture</numerusform>
            <numerusform>deleting of %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DenoisingControl</name>
    <message numerus="yes">
        <source>Exporting: {done} of %Ln step(s)</source>
        <translation>
            <numerusform>Exporting: {done} of %Ln step</numerusform>
            <numerusform>Exporting: {done} of %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln download(s) a month</source>
        <translation>
            <numerusform>%Ln download a month</numerusform>
            <numerusform>%Ln downloads a month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{size} in %Ln file(s); {free} free</source>
        <translation>
            <numerusform>{size} in %Ln file; {free} free</numerusform>
            <numerusform>{size} in %Ln files; {free} free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln step(s) on one sheet</source>
        <translation>
            <numerusform>%Ln step on one sheet</numerusform>
            <numerusform>%Ln steps on one sheet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), {time}</source>
        <translation>
            <numerusform>%Ln step, {time}</numerusform>
            <numerusform>%Ln steps, {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyWords</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened, such as “{name}”.</source>
        <translation>
            <numerusform>%Ln file could not be opened, such as “{name}”.</numerusform>
            <numerusform>%Ln files could not be opened, such as “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message numerus="yes">
        <source>Looked at %Ln picture(s).</source>
        <translation>
            <numerusform>Looked at %Ln picture.</numerusform>
            <numerusform>Looked at %Ln pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryControl</name>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to the trash.</source>
        <translation>
            <numerusform>Moved %Ln picture to the trash.</numerusform>
            <numerusform>Moved %Ln pictures to the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message numerus="yes">
        <source>{found} of %Ln picture(s)</source>
        <translation>
            <numerusform>{found} of %Ln picture</numerusform>
            <numerusform>{found} of %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPopup</name>
    <message numerus="yes">
        <source>Collections of %Ln picture(s)</source>
        <translation>
            <numerusform>Collections of %Ln picture</numerusform>
            <numerusform>Collections of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln picture(s)</source>
        <translation>
            <numerusform>Tags of %Ln picture</numerusform>
            <numerusform>Tags of %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln download(s)</source>
        <translation>
            <numerusform>%Ln download</numerusform>
            <numerusform>%Ln downloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryControl</name>
    <message numerus="yes">
        <source>The hub has %Ln model(s) for “{words}”</source>
        <translation>
            <numerusform>The hub has %Ln model for “{words}”</numerusform>
            <numerusform>The hub has %Ln models for “{words}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln finished picture(s) could not be saved and would be lost.</source>
        <translation>
            <numerusform>%Ln finished picture could not be saved and would be lost.</numerusform>
            <numerusform>%Ln finished pictures could not be saved and would be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderControl</name>
    <message numerus="yes">
        <source>collection “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>collection “{name}” of %Ln picture</numerusform>
            <numerusform>collection “{name}” of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>favourite mark of %Ln picture(s)</source>
        <translation>
            <numerusform>favourite mark of %Ln picture</numerusform>
            <numerusform>favourite mark of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rating of %Ln picture(s)</source>
        <translation>
            <numerusform>rating of %Ln picture</numerusform>
            <numerusform>rating of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag “{name}” of %Ln picture(s)</source>
        <translation>
            <numerusform>tag “{name}” of %Ln picture</numerusform>
            <numerusform>tag “{name}” of %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureExportDialog</name>
    <message numerus="yes">
        <source>Export %Ln picture(s)</source>
        <translation>
            <numerusform>Export %Ln picture</numerusform>
            <numerusform>Export %Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message numerus="yes">
        <source>{name}: %Ln point(s), from {first} to {last}, least {least}, most {most}.</source>
        <translation>
            <numerusform>{name}: %Ln point, from {first} to {last}, least {least}, most {most}.</numerusform>
            <numerusform>{name}: %Ln points, from {first} to {last}, least {least}, most {most}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>One in %Ln step(s)</source>
        <translation>
            <numerusform>One in %Ln step</numerusform>
            <numerusform>One in %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message numerus="yes">
        <source>Knows %Ln thing(s)</source>
        <translation>
            <numerusform>Knows %Ln thing</numerusform>
            <numerusform>Knows %Ln things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>%Ln picture(s) to make</source>
        <translation>
            <numerusform>%Ln picture to make</numerusform>
            <numerusform>%Ln pictures to make</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message numerus="yes">
        <source>%Ln setting(s) differ</source>
        <translation>
            <numerusform>%Ln setting differs</numerusform>
            <numerusform>%Ln settings differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokensPane</name>
    <message numerus="yes">
        <source>%Ln more are cut off.</source>
        <translation>
            <numerusform>%Ln more is cut off.</numerusform>
            <numerusform>%Ln more are cut off.</numerusform>
        </translation>
    </message>
</context>
</TS>
