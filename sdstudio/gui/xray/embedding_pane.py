"""What the text encoder makes of the prompt: a row of numbers for each token."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.pane import Pane
from sdstudio.gui.xray.plots import Heat, said
from sdstudio.gui.xray.segments import Segments
from sdstudio.gui.xray.token_words import labels
from sdstudio.xray import Answer, Embedding, EmbeddingQuery, Numbers, Query, TokenTable

_REST = 300
"""Milliseconds that the typing rests before the encoder is asked."""
_SHOWN_SHARE = 99.0
"""Per cent of the numbers that lie between the ends of the colours: a few are far larger."""


class EmbeddingPane(Pane):
    """Hidden states of the prompt, of the negative prompt, and how alike tokens are."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "embedding",
            translate("EmbeddingPane", "Embedding"),
            translate(
                "EmbeddingPane",
                "The text encoder turns every token into a row of numbers that also depends on "
                "the tokens before it. The denoiser reads these rows, and nothing else of the "
                "prompt. Rows that point the same way mean something alike.",
            ),
            themes,
            icons,
            parent,
            rest=_REST,
        )
        self._embedding: Embedding | None = None
        self._shown: EmbeddingQuery | None = None
        self.choice = Segments(
            self.tr("What is shown"),
            [
                ("embeddingPrompt", self.tr("Prompt")),
                ("embeddingNegative", self.tr("Negative")),
                ("embeddingAgainst", self.tr("Against each other")),
            ],
        )
        self._shape = PlainLabel("", role="mono", wrap=True)
        self._shape.setObjectName("embeddingShape")
        self.padding = QCheckBox(self.tr("Show the rows of the pa&dding as well"))
        self.padding.setObjectName("embeddingPaddingCheck")
        self.padding.setAccessibleName(self.tr("Show the rows of the padding as well"))
        self.padding.toggled.connect(self._show)
        self.strip = Heat(
            "embeddingStrip",
            self.tr("Hidden states"),
            themes,
            diverging=True,
            square=False,
        )
        self.matrix = Heat("embeddingMatrix", self.tr("Cosine similarity"), themes)
        self.body.addWidget(self.choice)
        self.body.addWidget(self._shape)
        self.body.addWidget(self.padding)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.matrix)
        self.body.addStretch(1)
        self.choice.chosen.connect(self._show)

    def query(self) -> Query | None:
        if not self.context.model:
            self.show_message(self.tr("The numbers appear when the model is loaded."))
            return None
        return EmbeddingQuery(
            prompt=self.context.prompt, negative_prompt=self.context.negative_prompt
        )

    def waits(self) -> bool:
        # The first answer need not; later ones wait until the typing rests.
        return self._embedding is not None

    def forget(self) -> None:
        super().forget()
        self._embedding = None

    def show_answer(self, query: Query, answer: Answer) -> None:
        if isinstance(answer, Embedding) and isinstance(query, EmbeddingQuery):
            self._embedding, self._shown = answer, query
            self._show()

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        embedding, shown = self._embedding, self._shown
        if embedding is None or shown is None:
            return [], []
        which = self.choice.choice()
        names = labels(embedding.tokens, shown.prompt)
        if which == "embeddingAgainst":
            against = embedding.against_negative.array()
            other = labels(embedding.negative_tokens, shown.negative_prompt)
            return (
                ["token", *other[: against.shape[1]]],
                [[names[row], *map(float, values)] for row, values in enumerate(against)],
            )
        states = (embedding.prompt if which == "embeddingPrompt" else embedding.negative).array()
        if which == "embeddingNegative":
            names = labels(embedding.negative_tokens, shown.negative_prompt)
        return (
            ["position", "token", *map(str, range(states.shape[1]))],
            [
                [row, names[row] if row < len(names) else "", *map(float, values)]
                for row, values in enumerate(states)
            ],
        )

    @Slot()
    def _show(self) -> None:
        embedding, shown = self._embedding, self._shown
        if embedding is None or shown is None:
            return
        which = self.choice.choice()
        self.padding.setVisible(which != "embeddingAgainst")
        self.strip.setVisible(which != "embeddingAgainst")
        self.matrix.setVisible(which != "embeddingNegative")
        if which == "embeddingPrompt":
            self._show_states(embedding.prompt, embedding.tokens, shown.prompt)
            names = labels(embedding.tokens, shown.prompt)
            self._show_matrix(embedding.similarity, names, names)
        elif which == "embeddingNegative":
            self._show_states(embedding.negative, embedding.negative_tokens, shown.negative_prompt)
        else:
            rows, columns = embedding.against_negative.shape
            self._shape.setText(
                self.tr("{rows} tokens of the prompt × {columns} of the negative prompt").format(
                    rows=rows, columns=columns
                )
            )
            self._show_matrix(
                embedding.against_negative,
                labels(embedding.tokens, shown.prompt),
                labels(embedding.negative_tokens, shown.negative_prompt),
            )

    def _show_states(self, states: Numbers, table: TokenTable, prompt: str) -> None:
        values = states.array()
        rows, width = values.shape
        end = float(np.percentile(np.abs(values), _SHOWN_SHARE)) or 1.0
        most = float(np.abs(values).max())
        self._shape.setText(
            self.tr(
                "{rows} tokens × {width} numbers. Colours end at ±{end}, the largest is {most}."
            ).format(rows=rows, width=width, end=said(round(end, 2)), most=said(round(most, 2)))
        )
        # Rows beyond the table are those of a second encoder, and no padding of this one.
        shown = [
            row
            for row in range(rows)
            if self.padding.isChecked() or row < table.used or row >= len(table.tokens)
        ]
        names = labels(table, prompt)
        self.strip.set_values(
            values[shown],
            low=-end,
            high=end,
            rows=[names[row] if row < len(names) else "" for row in shown],
            axes=(self.tr("token"), self.tr("number")),
        )

    def _show_matrix(self, matrix: Numbers, rows: list[str], columns: list[str]) -> None:
        values = matrix.array()
        self.matrix.set_values(
            values,
            low=min(0.0, float(values.min())) if values.size else 0.0,
            high=1.0,
            rows=rows[: values.shape[0]],
            columns=columns[: values.shape[1]],
        )
