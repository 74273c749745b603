"""The parts of the model, what flows between them, and which of them is at work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import data_size, whole
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.flow_chart import FlowChart
from sdstudio.gui.xray.highlight import PythonColours
from sdstudio.gui.xray.pane import Pane
from sdstudio.gui.xray.rows import Sides
from sdstudio.gui.xray.segments import Segments
from sdstudio.xray import Answer, Part, PipelineMap, PipelineQuery, Query

STAGES = {
    "encode": ("tokenizer", "text_encoder", "image_encoder", "feature_extractor"),
    "denoise": ("unet", "transformer", "scheduler"),
    "decode": ("vae",),
}
"""What the parts at work in each stage of a run are called; a number may follow (tokenizer_2)."""


class MapPane(Pane):
    """The map of the pipeline; a part that is pressed tells all about itself below."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "map",
            translate("MapPane", "Map"),
            translate(
                "MapPane",
                "These are the parts of the model in memory and the tensors they hand on to each "
                "other when a picture of your size is made. The part at work is lit. Press one "
                "to see what it is made of.",
            ),
            themes,
            icons,
            parent,
        )
        self._map: PipelineMap | None = None
        self._part: Part | None = None
        self._stage = ""
        self._heading = PlainLabel("", role="hint", wrap=True)
        self._heading.setObjectName("mapSummary")
        self.chart = FlowChart(themes)
        self.chart.chosen.connect(self.open_part)
        self.body.addWidget(self._heading)
        self.details = self._build_details()
        self.body.addWidget(Sides(_at_top(self.chart), self.details))

    def query(self) -> Query | None:
        if not self.context.model:
            self.show_message(self.tr("The map appears when the model is loaded."))
            return None
        return PipelineQuery(
            width=self.context.width,
            height=self.context.height,
            guidance_scale=self.context.guidance_scale,
        )

    def show_answer(self, query: Query, answer: Answer) -> None:
        if not isinstance(answer, PipelineMap):
            return
        self._map = answer
        total = sum(part.parameters for part in answer.parts)
        size = sum(part.bytes for part in answer.parts)
        self._heading.setText(
            self.tr("{name}: {count} parameters, {size} in memory").format(
                name=answer.pipeline_class, count=whole(total), size=data_size(size)
            )
        )
        self.chart.set_map(answer)
        self.chart.light(self._lit())
        name = self._part.name if self._part is not None else ""
        self._part = next((part for part in answer.parts if part.name == name), None)
        self._show_part()

    def forget(self) -> None:
        super().forget()
        self._part = None

    def set_stage(self, stage: str) -> None:
        self._stage = stage
        self.chart.light(self._lit())

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        header = ["name", "class", "library", "parameters", "bytes", "dtype", "device"]
        rows: list[list[object]] = []
        for part in self._map.parts if self._map is not None else ():
            row: list[object] = [part.name, part.class_name, part.library, part.parameters]
            rows.append([*row, part.bytes, part.dtype, part.device])
        return header, rows

    @Slot(str)
    def open_part(self, name: str) -> None:
        """Shows what a part is made of."""
        if self._map is not None:
            self._part = next((part for part in self._map.parts if part.name == name), None)
            self._show_part()

    def _lit(self) -> tuple[str, ...]:
        if self._map is None or self._stage not in STAGES:
            return ()
        starts = STAGES[self._stage]
        return tuple(part.name for part in self._map.parts if part.name.startswith(starts))

    def _build_details(self) -> QWidget:
        self._part_title = PlainLabel("", role="heading", wrap=True)
        self._part_title.setObjectName("mapPartTitle")
        self._part_facts = PlainLabel("", role="mono", wrap=True)
        self._part_facts.setObjectName("mapPartFacts")
        self.what = Segments(
            self.tr("What is shown of the part"),
            [
                ("mapConfig", self.tr("Settings")),
                ("mapTree", self.tr("Layers")),
                ("mapPartCode", self.tr("Code")),
            ],
        )
        self.what.chosen.connect(self._show_text)
        self._text = QPlainTextEdit()
        self._text.setObjectName("mapPartText")
        self._text.setAccessibleName(self.tr("What the part is made of"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setMinimumHeight(200)
        self._colours = PythonColours(self._text.document(), self.themes)
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self._part_title)
        column.addWidget(self._part_facts)
        column.addWidget(self.what)
        column.addWidget(self._text, 1)
        details.hide()
        return details

    def _show_part(self) -> None:
        part = self._part
        self.details.setVisible(part is not None)
        self.chart.choose("" if part is None else part.name)
        if part is None:
            return
        self._part_title.setText(f"{part.name}: {part.library}.{part.class_name}")
        facts = [self.tr("no weights")]
        if part.parameters:
            facts = [
                self.tr("{count} parameters").format(count=whole(part.parameters)),
                data_size(part.bytes),
                part.dtype,
                part.device,
            ]
        self._part_facts.setText(" · ".join(fact for fact in facts if fact))
        self.what.button("mapTree").setEnabled(bool(part.tree))
        if not part.tree and self.what.choice() == "mapTree":
            self.what.choose("mapConfig")
        self._show_text()

    @Slot()
    def _show_text(self) -> None:
        if self._part is None:
            return
        texts = {
            "mapConfig": self._part.config,
            "mapTree": self._part.tree,
            "mapPartCode": self._part.code,
        }
        text = texts[self.what.choice()]
        if text != self._text.toPlainText():
            self._text.setPlainText(text)


def _at_top(widget: QWidget) -> QWidget:
    """A widget that keeps its height, also beside a taller one."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder
