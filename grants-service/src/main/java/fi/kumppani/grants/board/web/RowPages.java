package fi.kumppani.grants.board.web;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardLists;
import fi.kumppani.grants.board.BoardRow;
import fi.kumppani.grants.board.MinutesOnTheWeb;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.BlindRounds;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Shows the rows of a list page by page: all are read by ids that are known beforehand. */
@Component
class RowPages {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    private final BoardLists lists;
    private final GrantApplications applications;
    private final Applicants applicants;
    private final JudgeImpartiality impartiality;
    private final BlindRounds blindRounds;
    private final MinutesOnTheWeb onTheWeb;

    RowPages(
            BoardLists lists,
            GrantApplications applications,
            Applicants applicants,
            JudgeImpartiality impartiality,
            BlindRounds blindRounds,
            MinutesOnTheWeb onTheWeb) {
        this.lists = lists;
        this.applications = applications;
        this.applicants = applicants;
        this.impartiality = impartiality;
        this.blindRounds = blindRounds;
        this.onTheWeb = onTheWeb;
    }

    /** Rows for somebody who handles or decides; of those they must keep out of, that they are. */
    Page<BoardRowView> whole(BoardList list, Cursor cursor, CurrentUser user) {
        Page<BoardRow> page = page(list, cursor);
        Map<String, Disqualification> closed =
                impartiality.ofAll(
                        user.subject(), page.items().stream().map(BoardRow::matter).toList());
        return views(list, page, BoardRowView.Part.WHOLE, closed, user.subject());
    }

    /**
     * Rows for everybody; once the time to claim is over without what was written of the reasons,
     * and without who applies unless that is a registered body.
     */
    Page<BoardRowView> inPublic(BoardList list, Cursor cursor) {
        return views(list, page(list, cursor), BoardRowView.Part.PUBLIC, Map.of(), null);
    }

    /** One row for somebody who handles or decides it. */
    BoardRowView one(BoardList list, BoardRow row, CurrentUser user) {
        Map<String, Disqualification> closed =
                impartiality.ofAll(user.subject(), List.of(row.matter()));
        return views(
                        list,
                        new Page<>(List.of(row), null),
                        BoardRowView.Part.WHOLE,
                        closed,
                        user.subject())
                .items()
                .getFirst();
    }

    private Page<BoardRow> page(BoardList list, Cursor cursor) {
        Page<BoardRow> page =
                cursor.page(
                        lists.rows(list.head().id(), number(cursor.after()), cursor.fetchSize()),
                        row -> Integer.toString(row.position()));
        return new Page<>(page.items().stream().filter(row -> !row.isOff()).toList(), page.next());
    }

    private Page<BoardRowView> views(
            BoardList list,
            Page<BoardRow> page,
            BoardRowView.Part part,
            Map<String, Disqualification> closed,
            @Nullable String official) {
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(page.items().stream().map(BoardRow::application).toList());
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        page.items().stream().map(BoardRow::applicant).distinct().toList());
        Set<ApplicationId> blind =
                official == null || !(list instanceof BoardList.Preparing)
                        ? Set.of()
                        : blindRounds.of(
                                found.values().stream().map(Stored::body).toList(), official);
        Set<ApplicationId> over =
                part == BoardRowView.Part.PUBLIC
                        ? onTheWeb.over(
                                list,
                                page.items().stream().map(BoardRow::application).toList(),
                                found.values().stream().map(Stored::body).toList())
                        : Set.of();
        boolean recorded =
                list instanceof BoardList.Recorded || list instanceof BoardList.CarriedOut;
        return page.map(
                row -> {
                    Stored<GrantApplication> stored = found.get(row.application());
                    GrantApplication application = stored == null ? null : stored.body();
                    Applicant applicant = known.get(row.applicant());
                    Disqualification why = closed.get(row.application().value());
                    BoardRowView view =
                            why == null
                                    ? BoardRowView.of(row, recorded, application, applicant, part)
                                    : BoardRowView.closed(row, application, applicant, why);
                    if (over.contains(row.application())) {
                        return isNamed(applicant)
                                ? view.withoutWords()
                                : view.withoutWords().concealed();
                    }
                    return blind.contains(row.application()) ? view.concealed() : view;
                });
    }

    private static boolean isNamed(@Nullable Applicant applicant) {
        return applicant != null && applicant.form().isNamedInPublic();
    }

    private static int number(@Nullable String position) {
        String given = Objects.requireNonNullElse(position, "0");
        if (!NUMBER.matcher(given).matches()) {
            throw Problems.malformed("cursor", "malformed", "Send the cursor as it was given");
        }
        return Integer.parseInt(given);
    }
}
