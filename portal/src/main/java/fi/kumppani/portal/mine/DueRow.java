package fi.kumppani.portal.mine;

import fi.kumppani.portal.application.DueView;
import fi.kumppani.portal.application.OwnFacts;
import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Something that is due, with the way to where it is done.
 *
 * @param association whose it is; null when there is one alone
 */
record DueRow(DueView due, Told call, @Nullable Told association, String href) {

    private record Dated(@Nullable LocalDate on, DueRow row) {}

    /**
     * What is due of all applications, the first day first, and what has no day last. A draft whose
     * call has closed is nothing to be done any more.
     */
    static List<DueRow> of(String code, OwnFacts own, Language language) {
        return own.applications().stream()
                .flatMap(
                        row ->
                                row.due().stream()
                                        .filter(due -> !(isHandIn(due) && due.overdue()))
                                        .map(due -> dated(code, own, row, due, language)))
                .sorted(
                        Comparator.comparing(
                                Dated::on, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(Dated::row)
                .toList();
    }

    private static Dated dated(
            String code, OwnFacts own, OwnFacts.Row row, OwnFacts.Due due, Language language) {
        DueView view = DueView.of(due, language);
        return new Dated(
                due.at() == null ? due.on() : Formats.dayOf(due.at()),
                new DueRow(
                        view,
                        row.callTitle().told(language),
                        own.associations().size() == 1
                                ? null
                                : own.association(row.associationId())
                                        .map(each -> each.told(language))
                                        .orElse(null),
                        OwnPages.path(code, row.id()) + view.part()));
    }

    private static boolean isHandIn(OwnFacts.Due due) {
        return due.what().equals("hand-in");
    }
}
