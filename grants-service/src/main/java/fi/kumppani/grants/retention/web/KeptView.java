package fi.kumppani.grants.retention.web;

import fi.kumppani.grants.retention.Erasure;
import fi.kumppani.grants.retention.Lifespan;
import fi.kumppani.grants.retention.ReadRetention;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Until when what one application brought with it is kept.
 *
 * @param endedOn the day something happened last; null while something is open
 * @param holds why nothing is erased, whatever its age
 */
record KeptView(@Nullable LocalDate endedOn, List<String> holds, List<LineView> items) {

    static KeptView of(ReadRetention.Kept kept) {
        List<LineView> lines = kept.lines().stream().map(LineView::of).toList();
        return switch (kept.lifespan()) {
            case Lifespan.Open(var holds) ->
                    new KeptView(null, holds.stream().map(WireCodes::of).sorted().toList(), lines);
            case Lifespan.Ended(_, var endedOn) -> new KeptView(endedOn, List.of(), lines);
        };
    }

    /**
     * Of one kind.
     *
     * @param kept in years and months; null for ever
     * @param until the last day it is kept; null for ever, and while something is open
     * @param erasedAt when it was erased; null before
     */
    record LineView(
            String kind,
            @Nullable String kept,
            @Nullable LocalDate until,
            @Nullable Instant erasedAt) {

        static LineView of(ReadRetention.Line line) {
            Erasure erasure = line.erasure();
            return new LineView(
                    WireCodes.of(line.rule().kind()),
                    ScheduleView.RuleView.text(
                            erasure == null ? line.rule().kept() : erasure.kept()),
                    erasure == null ? line.until() : erasure.until(),
                    erasure == null ? null : erasure.doneAt());
        }
    }
}
