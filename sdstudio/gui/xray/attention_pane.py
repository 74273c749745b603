"""Attention from the inside: where each word of the prompt acted on the picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.fields import CalmSlider, titled
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, mark_users_text, set_tooltip
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.attention_words import Ranking, Word, words_of
from sdstudio.gui.xray.heat import Heat
from sdstudio.gui.xray.pane import Pane
from sdstudio.gui.xray.plots import Picture, heat_image, said
from sdstudio.gui.xray.rows import FlowLayout, Sides, stretching
from sdstudio.request import SdstudioError
from sdstudio.xray import (
    Answer,
    AttentionLayer,
    AttentionMap,
    AttentionMapQuery,
    AttentionQuery,
    AttentionReplay,
    AttentionSpot,
    AttentionSpotQuery,
    NotApplicable,
    Query,
)

_MOST_WIDTH = 420
_KEY_MOVE = 0.05
"""How far an arrow key moves the spot, in shares of the picture."""


class AttentionPane(Pane):
    """First offers to replay the denoising; then words as buttons, their map, and spots' words."""

    stop_wanted = Signal()
    """The replay under way is to be given up."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "attention",
            translate("AttentionPane", "Attention"),
            translate(
                "AttentionPane",
                "Every spot of the picture looks at every word and takes over what fits: bright is "
                "where the chosen words were looked at most.",
            ),
            themes,
            icons,
            parent,
        )
        self._replay: AttentionReplay | None = None
        self._words: list[Word] = []
        self._chips: list[QPushButton] = []
        self._map: AttentionMap | None = None
        self._spot: QPointF | None = None
        self._spot_asked: AttentionSpotQuery | None = None
        self._refused: tuple[str, str] = ("", "")
        self._is_filling = False
        # A chip, a combo and the timeline may all change at once; one question is enough.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask_now)
        self._offer = self._build_offer()
        self._maps = self._build_maps()
        self.body.addWidget(self._offer)
        self.body.addWidget(self._maps)
        self.body.addStretch(1)

    # -- asking and answers ------------------------------------------------------------------

    def query(self) -> Query | None:
        """The map of the chosen words; nothing before there is a replay of this denoising."""
        trajectory = self.context.trajectory
        if trajectory is None or not trajectory.steps:
            self.forget()
            self.show_message(self.tr("Make a picture first: attention is that of its denoising."))
            return None
        request_id = trajectory.request.id
        if self._refused[0] == request_id:
            self.show_message(translated(self._refused[1]))
            return None
        self.show_body()
        is_there = self._replay is not None and self._replay.request_id == request_id
        self._maps.setVisible(is_there)
        self._offer.setVisible(not is_there)
        self.replay_button.setEnabled(not trajectory.is_running and not self.is_replaying())
        if not is_there or self.is_replaying():
            return None
        self._name_step()
        self.shown.set_rgb(self.context.picture)
        tokens = self.chosen()
        if not tokens:
            self._map = None
            self._clear_map(self.tr("Choose one or more words above."))
            return None
        step, layer = self._choices()
        if step is not None and self._replay is not None and step not in self._replay.steps:
            self._map = None
            self._clear_map(self.tr("This step is the parent's; attention was kept of own ones."))
            return None
        return AttentionMapQuery(request_id=request_id, tokens=tokens, step=step, layer=layer)

    def refresh(self) -> None:
        super().refresh()
        self._ask_spot()

    def take(self, query: Query, answer: Answer) -> None:
        if isinstance(query, AttentionSpotQuery):
            if query == self._spot_asked and isinstance(answer, AttentionSpot):
                self._show_spot(answer)
            return
        if isinstance(query, AttentionQuery) and isinstance(answer, NotApplicable):
            self._refused = (query.request_id, answer.sentence)
        super().take(query, answer)
        if isinstance(query, AttentionQuery):
            self._stop_progress()
            if self.is_active():
                self.refresh()

    def fail(self, query: Query, error: SdstudioError) -> None:
        """Says so beside the button: another replay may go well."""
        if isinstance(query, AttentionSpotQuery):
            if query == self._spot_asked:
                self._spot_asked = None
                self.spot_told.setText(sentence(error))
            return
        if query != self._asked:
            return
        self.forget()
        self._replay = None
        self.problem.setText(sentence(error))
        self.problem.show()
        self.query()

    def forget(self) -> None:
        super().forget()
        self._spot_asked = None
        self._stop_progress()

    def set_progress(self, query: Query, done: int, total: int) -> None:
        super().set_progress(query, done, total)
        if query != self._asked or not isinstance(query, AttentionQuery):
            return
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        self.progress.show()
        self.progress_told.setText(self.tr("Step {done} of {total}").format(done=done, total=total))

    def is_replaying(self) -> bool:
        """Whether a replay was asked for and is not there yet."""
        return isinstance(self._asked, AttentionQuery) and not self._is_answered

    def show_answer(self, query: Query, answer: Answer) -> None:
        if isinstance(answer, AttentionReplay):
            self._take_replay(answer)
        elif isinstance(answer, AttentionMap):
            self._show_map(answer)

    def chosen(self) -> tuple[int, ...]:
        """Positions of the tokens of the words that are chosen."""
        return tuple(
            sorted(
                token
                for word, chip in zip(self._words, self._chips, strict=False)
                if chip.isChecked()
                for token in word.tokens
            )
        )

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """The map, cell by cell."""
        if self._map is None:
            return [], []
        values = self._map.map.array()
        rows: list[list[object]] = [
            [row, column, float(value)]
            for row, line in enumerate(values)
            for column, value in enumerate(line)
        ]
        return ["row", "column", "attention"], rows

    # -- parts -------------------------------------------------------------------------------

    def _build_offer(self) -> QWidget:
        page = QWidget()
        told = PlainLabel(
            self.tr(
                "Attention is too much to be kept while a picture is made. To look at it, the "
                "denoising is run a second time, so it takes as long again. The picture stays as "
                "it is, pixel by pixel."
            ),
            wrap=True,
        )
        self.replay_button = QPushButton(self.tr("&Replay with attention"))
        self.replay_button.setObjectName("attentionReplayButton")
        self.replay_button.setAccessibleName(self.tr("Replay with attention"))
        self.icons.attach(self.replay_button, "play")
        self.replay_button.clicked.connect(self.replay)
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.stop_button.setObjectName("attentionStopButton")
        self.stop_button.setAccessibleName(self.tr("Stop the replay"))
        self.icons.attach(self.stop_button, "stop")
        self.stop_button.setEnabled(False)
        self.stop_button.clicked.connect(self.stop_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.replay_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        self.progress = QProgressBar()
        self.progress.setObjectName("attentionReplayProgress")
        self.progress.setAccessibleName(self.tr("Progress of the replay"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        self.progress_told = PlainLabel(role="hint")
        self.progress_told.setObjectName("attentionReplayTold")
        self.problem = PlainLabel(role="warning", wrap=True)
        self.problem.setObjectName("attentionProblem")
        self.problem.hide()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(told)
        column.addLayout(buttons)
        column.addWidget(self.progress)
        column.addWidget(self.progress_told)
        column.addWidget(self.problem)
        return page

    def _build_maps(self) -> QWidget:
        self._chip_area = QWidget()
        self._flow = FlowLayout(self._chip_area)
        self.shown = _SpotPicture("attentionPicture", "", self.themes)
        self.shown.setAccessibleName(self.tr("The picture with its attention map"))
        self.shown.setMaximumWidth(_MOST_WIDTH)
        self.shown.spot_picked.connect(self._pick)
        self.map_told = PlainLabel(role="hint", wrap=True)
        self.map_told.setObjectName("attentionMapTold")
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.setSpacing(GAP)
        left_column.addWidget(stretching(self.shown))
        left_column.addWidget(self.map_told)
        left_column.addLayout(self._build_controls())
        left_column.addStretch(1)
        self.spot_told = PlainLabel(
            self.tr("Click a spot of the picture to see which words it looked at."),
            role="hint",
            wrap=True,
        )
        self.spot_told.setObjectName("attentionSpotTold")
        self.ranking = Ranking("attentionRanking", self.themes)
        self.map_heat = Heat("attentionHeat", self.tr("The map itself"), self.themes)
        self.map_heat.setMaximumWidth(_MOST_WIDTH)
        right = QWidget()
        right_column = QVBoxLayout(right)
        right_column.setContentsMargins(0, 0, 0, 0)
        right_column.setSpacing(GAP)
        right_column.addWidget(PlainLabel(self.tr("Words at a spot"), role="heading"))
        right_column.addWidget(self.spot_told)
        right_column.addWidget(self.ranking)
        right_column.addWidget(stretching(self.map_heat))
        right_column.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(self.tr("Words"), role="heading"))
        column.addWidget(self._chip_area)
        column.addWidget(Sides(left, right))
        return page

    def _build_controls(self) -> QGridLayout:
        self.opacity_slider = CalmSlider()
        self.opacity_slider.setObjectName("attentionOpacitySlider")
        self.opacity_slider.setAccessibleName(self.tr("Opacity of the map"))
        self.opacity_slider.setRange(0, 100)
        self.opacity_slider.setValue(60)
        self.opacity_slider.setPageStep(10)
        self.opacity_slider.valueChanged.connect(self._overlay)
        self.step_combo = QComboBox()
        self.step_combo.setObjectName("attentionStepCombo")
        self.step_combo.setAccessibleName(self.tr("Steps"))
        self.step_combo.addItem(self.tr("All steps"))
        self.step_combo.addItem(self.tr("This step"))
        self.layer_combo = QComboBox()
        self.layer_combo.setObjectName("attentionLayerCombo")
        self.layer_combo.setAccessibleName(self.tr("Layers"))
        # Layers have long names: they must not make the dock wide.
        self.layer_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.layer_combo.setMinimumContentsLength(8)
        self.step_combo.currentIndexChanged.connect(self._changed)
        self.layer_combo.currentIndexChanged.connect(self._changed)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.addLayout(
            titled(self.tr("&Opacity of the map"), self.opacity_slider, self.opacity_slider),
            0,
            0,
            1,
            2,
        )
        grid.addLayout(titled(self.tr("&Steps"), self.step_combo, self.step_combo), 1, 0)
        grid.addLayout(titled(self.tr("&Layers"), self.layer_combo, self.layer_combo), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        return grid

    # -- the replay --------------------------------------------------------------------------

    @Slot()
    def replay(self) -> None:
        """Asks for a replay of the denoising."""
        trajectory = self.context.trajectory
        if trajectory is None:
            return
        self.problem.hide()
        self.progress_told.setText(self.tr("Waiting for its turn…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self.replay_button.setEnabled(False)
        self.stop_button.setEnabled(True)
        self.ask(AttentionQuery(request_id=trajectory.request.id))

    def _stop_progress(self) -> None:
        self.stop_button.setEnabled(False)
        self.progress.hide()
        self.progress_told.setText("")

    def _take_replay(self, replay: AttentionReplay) -> None:
        self._replay = replay
        self._map = None
        self._spot = None
        self._spot_asked = None
        self.shown.mark_spot(None)
        self.ranking.clear()
        trajectory = self.context.trajectory
        is_same = trajectory is not None and trajectory.request.id == replay.request_id
        prompt = trajectory.request.prompt if trajectory is not None and is_same else ""
        self._words = words_of(replay.tokens, prompt)
        self._is_filling = True
        self._make_chips()
        self.layer_combo.clear()
        self.layer_combo.addItem(self.tr("All layers"))
        for layer in replay.layers:
            self.layer_combo.addItem(layer_words(layer))
            self.layer_combo.setItemData(
                self.layer_combo.count() - 1, layer.name, Qt.ItemDataRole.AccessibleTextRole
            )
        self._is_filling = False

    def _make_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        words = [word for word in self._words if not word.is_mark]
        # The longest word says most, as a rule: something is to be seen at once.
        first = max(words, key=_length, default=None)
        for place, word in enumerate(self._words):
            chip = QPushButton(word.text.replace("&", "&&"))
            chip.setObjectName(f"attentionWord{place + 1}")
            if not word.is_mark:
                mark_users_text(chip)
            chip.setAccessibleName(self.tr("Word: {word}").format(word=word.text))
            chip.setProperty("look", "word")
            chip.setCheckable(True)
            chip.setChecked(word is first)
            if len(word.tokens) > 1 and not word.is_mark:
                set_tooltip(chip, self.tr("%Ln token(s)", "", len(word.tokens)))
            chip.toggled.connect(self._changed)
            self._chips.append(chip)
            self._flow.addWidget(chip)
        controls = (self.shown, self.opacity_slider, self.step_combo, self.layer_combo)
        set_tab_order(*self._chips, *controls, self.ranking, self.map_heat)

    def retell(self, tell: Tell) -> None:
        super().retell(tell)
        self._words = [
            replace(word, text=tell(word.text)) if word.is_mark else word for word in self._words
        ]

    # -- the map -----------------------------------------------------------------------------

    def _choices(self) -> tuple[int | None, int | None]:
        """Step and layer that are chosen, None for all."""
        step = self.context.step if self.step_combo.currentIndex() == 1 else None
        place = self.layer_combo.currentIndex()
        return step or None, place - 1 if place > 0 else None

    def _name_step(self) -> None:
        step = self.context.step
        text = self.tr("This step ({step})").format(step=step) if step else self.tr("This step")
        self.step_combo.setItemText(1, text)

    def _show_map(self, answer: AttentionMap) -> None:
        self._map = answer
        values = answer.map.array()
        self.map_heat.set_values(values, axes=(self.tr("row"), self.tr("column")))
        low, high = self.map_heat.scale()
        height, width = values.shape
        self.map_told.setText(
            self.tr(
                "Attention from {low} % (dark) to {high} % (bright), {width} × {height} places."
            ).format(
                low=said(float(f"{100 * low:.2g}")),
                high=said(float(f"{100 * high:.3g}")),
                width=width,
                height=height,
            )
        )
        self._overlay()

    def _clear_map(self, told: str) -> None:
        super().forget()
        self.map_heat.clear()
        self.map_told.setText(told)
        self._overlay()

    @Slot()
    def _overlay(self) -> None:
        if self._map is None:
            self.shown.set_overlay(None)
            return
        image = heat_image(self._map.map.array(), *self.map_heat.scale())
        self.shown.set_overlay(image, self.opacity_slider.value() / 100)

    @Slot()
    def _changed(self) -> None:
        if not self._is_filling:
            self._soon.start()

    @Slot()
    def _ask_now(self) -> None:
        if self.is_active():
            self.refresh()

    # -- a spot ------------------------------------------------------------------------------

    @Slot(float, float)
    def _pick(self, x: float, y: float) -> None:
        self._spot = QPointF(x, y)
        self.shown.mark_spot(self._spot)
        self._ask_spot()

    def _ask_spot(self) -> None:
        trajectory, replay = self.context.trajectory, self._replay
        if self._spot is None or trajectory is None or replay is None or self.is_replaying():
            return
        step, layer = self._choices()
        is_own = step is None or step in replay.steps
        if replay.request_id != trajectory.request.id or not is_own:
            return
        query = AttentionSpotQuery(
            request_id=replay.request_id,
            x=self._spot.x(),
            y=self._spot.y(),
            step=step,
            layer=layer,
        )
        # Not by ``ask``: a map may be on its way at the same time.
        if query != self._spot_asked:
            self._spot_asked = query
            self.asked.emit(query)

    def _show_spot(self, answer: AttentionSpot) -> None:
        self.ranking.set_ranked(self._words, answer.ranked)
        self.spot_told.setText(
            self.tr(
                "{x} % from the left and {y} % from the top, {share} % of the attention goes to "
                "these, the rest to the mark at the beginning and to padding."
            ).format(
                x=round(100 * answer.query.x),
                y=round(100 * answer.query.y),
                share=round(100 * sum(share for _, share in answer.ranked)),
            )
        )


class _SpotPicture(Picture):
    """A picture whose spot the arrow keys move."""

    _at = QPointF(0.5, 0.5)

    def mark_spot(self, spot: QPointF | None) -> None:
        super().mark_spot(spot)
        self._at = QPointF(0.5, 0.5) if spot is None else spot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (-_KEY_MOVE, 0.0),
            Qt.Key.Key_Right: (_KEY_MOVE, 0.0),
            Qt.Key.Key_Up: (0.0, -_KEY_MOVE),
            Qt.Key.Key_Down: (0.0, _KEY_MOVE),
            Qt.Key.Key_Return: (0.0, 0.0),
            Qt.Key.Key_Enter: (0.0, 0.0),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or self.image() is None:
            super().keyPressEvent(event)
            return
        x = min(max(self._at.x() + move[0], 0.0), 1.0)
        y = min(max(self._at.y() + move[1], 0.0), 1.0)
        self.spot_picked.emit(x, y)


def layer_words(layer: AttentionLayer) -> str:
    """A layer's name in short, and its grid: what all layers have in common says nothing."""
    kept = [
        part
        for part in layer.name.split(".")
        if part not in ("transformer_blocks", "attn2", "processor")
    ]
    name = ".".join(kept)
    for long, short in (("_blocks", ""), ("_block", ""), ("attentions.", "")):
        name = name.replace(long, short)
    return f"{layer.width} × {layer.height} · {name}"


def _length(word: Word) -> int:
    return len(word.text)
