package fi.kumppani.events.series.persistence;

import fi.kumppani.events.series.Series;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/** A series as it is kept. */
record SeriesDocument(
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable String network,
        boolean wholeOnly) {

    static SeriesDocument from(Series series) {
        return new SeriesDocument(
                series.title(), series.description(), series.network(), series.wholeOnly());
    }

    Series toDomain() {
        return new Series(title, description, network, wholeOnly);
    }
}
