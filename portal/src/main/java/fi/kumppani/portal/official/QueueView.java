package fi.kumppani.portal.official;

import fi.kumppani.portal.official.WorkQueue.CallWork;
import fi.kumppani.portal.official.WorkQueue.Found;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The work queue in words, each part with the oldest first.
 *
 * @param calls with applications that wait
 * @param mine applications that the reader has taken
 * @param lists board lists that wait for somebody
 * @param batches payments that wait for somebody
 * @param matters what waits after decisions
 * @param idle calls for which nothing waits
 * @param isPartial whether something is missing as grants-service did not answer all
 */
record QueueView(
        List<CallRow> calls,
        List<MineRow> mine,
        List<ListRow> lists,
        List<BatchRow> batches,
        List<MatterRow> matters,
        List<CallRow> idle,
        boolean isPartial) {

    /**
     * A call.
     *
     * @param closes until when it takes applications, or took them
     * @param since since when the oldest waits
     * @param isMore whether it has more applications than were counted
     */
    record CallRow(
            String href,
            Told title,
            boolean open,
            String closes,
            long waiting,
            long supplementing,
            long decided,
            long keptOut,
            @Nullable String since,
            boolean isMore) {}

    /** An application of one's own. */
    record MineRow(
            String href,
            @Nullable String number,
            @Nullable Told association,
            Told call,
            @Nullable String requested,
            String state,
            @Nullable String since) {}

    /** Something that waits after a decision. */
    record MatterRow(Told call, MatterFacts.Shown matter) {}

    /** A board list of a call. */
    record ListRow(Told call, BoardFacts.Shown list) {}

    /** Payments that wait to be approved, sent or answered. */
    record BatchRow(String href, String status, String total, int payments, String since) {}

    static QueueView of(String code, Found found, String subject, Language language) {
        List<CallWork> waiting =
                found.counted().stream()
                        .filter(each -> each.since() != null)
                        .sorted(Comparator.comparing(QueueView::since))
                        .toList();
        List<CallRow> idle = new ArrayList<>();
        found.counted().stream()
                .filter(each -> each.since() == null)
                .forEach(each -> idle.add(row(code, each, language)));
        found.others().forEach(call -> idle.add(uncounted(code, call, language)));
        return new QueueView(
                waiting.stream().map(each -> row(code, each, language)).toList(),
                waiting.stream()
                        .flatMap(each -> mine(code, each, subject, language).stream())
                        .toList(),
                lists(code, found.counted(), language),
                WorkQueue.items(found.batches()).stream()
                        .filter(batch -> batch.waitsSince() != null)
                        .sorted(
                                Comparator.comparing(
                                        batch -> Objects.requireNonNull(batch.waitsSince())))
                        .map(batch -> row(code, batch, language))
                        .toList(),
                matters(code, found.counted(), language),
                idle,
                found.calls().isAway()
                        || found.batches().isAway()
                        || found.counted().stream().anyMatch(CallWork::isAway));
    }

    private static Instant since(CallWork work) {
        return Objects.requireNonNull(work.since());
    }

    private static CallRow row(String code, CallWork work, Language language) {
        WorkCall call = work.call();
        List<Arrived> arrived = work.arrivals();
        Instant since = work.since();
        return new CallRow(
                WorkPages.call(code, call.id()),
                call.title().told(language),
                call.open(),
                Formats.day(call.closesAt(), language),
                count(arrived, "submitted") + count(arrived, "deciding"),
                count(arrived, "supplementing"),
                States.DECIDED.stream().mapToLong(status -> count(arrived, status)).sum(),
                arrived.stream().filter(each -> each.disqualified() != null).count(),
                since == null ? null : Formats.day(since, language),
                work.arrived().found().filter(list -> list.next() != null).isPresent());
    }

    private static long count(List<Arrived> arrived, String status) {
        return arrived.stream().filter(each -> status.equals(each.status())).count();
    }

    private static CallRow uncounted(String code, WorkCall call, Language language) {
        return new CallRow(
                WorkPages.call(code, call.id()),
                call.title().told(language),
                call.open(),
                Formats.day(call.closesAt(), language),
                0,
                0,
                0,
                0,
                null,
                false);
    }

    private static List<MineRow> mine(
            String code, CallWork work, String subject, Language language) {
        Map<String, Instant> since = new HashMap<>();
        work.arrivals().stream()
                .filter(each -> each.submittedAt() != null)
                .forEach(each -> since.put(each.id(), Objects.requireNonNull(each.submittedAt())));
        return WorkQueue.items(work.compared()).stream()
                .filter(each -> subject.equals(each.assignee()) && each.isUndecided())
                .map(
                        each ->
                                new MineRow(
                                        WorkPages.application(code, each.applicationId()),
                                        each.diaryNumber(),
                                        LocalizedText.maybe(each.associationName(), language),
                                        work.call().title().told(language),
                                        each.requested() == null
                                                ? null
                                                : Formats.euros(each.requested()),
                                        States.of(each.status(), each.state()),
                                        since.containsKey(each.applicationId())
                                                ? Formats.day(
                                                        Objects.requireNonNull(
                                                                since.get(each.applicationId())),
                                                        language)
                                                : null))
                .toList();
    }

    private static List<ListRow> lists(String code, List<CallWork> counted, Language language) {
        record Waiting(WorkCall call, BoardFacts list) {}
        return counted.stream()
                .flatMap(
                        work ->
                                WorkQueue.items(work.lists()).stream()
                                        .map(list -> new Waiting(work.call(), list)))
                .filter(each -> !each.list().state().equals("carried-out"))
                .sorted(Comparator.comparing(each -> each.list().meetingOn()))
                .map(
                        each ->
                                new ListRow(
                                        each.call().title().told(language),
                                        each.list().shown(code, language)))
                .toList();
    }

    private static List<MatterRow> matters(String code, List<CallWork> counted, Language language) {
        record Waiting(WorkCall call, MatterFacts matter) {}
        return counted.stream()
                .flatMap(
                        work ->
                                WorkQueue.items(work.matters()).stream()
                                        .map(each -> new Waiting(work.call(), each)))
                .sorted(Comparator.comparing(Waiting::matter, MatterFacts.OLDEST_FIRST))
                .map(
                        each ->
                                new MatterRow(
                                        each.call().title().told(language),
                                        each.matter().shown(code, language)))
                .toList();
    }

    private static BatchRow row(String code, BatchFacts batch, Language language) {
        return new BatchRow(
                WorkPages.batch(code, batch.id()),
                batch.knownStatus(),
                Formats.euros(batch.total()),
                batch.rows().size(),
                Formats.day(Objects.requireNonNull(batch.waitsSince()), language));
    }
}
