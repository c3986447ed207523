package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.BlindRounds;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What arrived for a call, for those who handle and decide it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/applications")
class ArrivedController {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    private final ListArrivedApplications listArrivedApplications;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final JudgeImpartiality impartiality;
    private final BlindRounds blindRounds;

    ArrivedController(
            ListArrivedApplications listArrivedApplications,
            GrantCalls calls,
            Applicants applicants,
            JudgeImpartiality impartiality,
            BlindRounds blindRounds) {
        this.listArrivedApplications = listArrivedApplications;
        this.calls = calls;
        this.applicants = applicants;
        this.impartiality = impartiality;
        this.blindRounds = blindRounds;
    }

    /**
     * In the order of arrival, which tells nothing of who applies; of those the reader must keep
     * out of, only that they arrived.
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    Page<RowView> list(@PathVariable String id, Cursor cursor, CurrentUser user) {
        CallId call = new CallId(id);
        if (calls.find(call).isEmpty()) {
            throw Problems.notFound();
        }
        var page =
                cursor.page(
                        listArrivedApplications.list(
                                call, number(cursor.after()), cursor.fetchSize()),
                        row -> Integer.toString(row.position()));
        List<GrantApplication> found =
                page.items().stream().flatMap(row -> row.application().stream()).toList();
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        found.stream().map(each -> each.filing().applicant()).distinct().toList());
        Map<String, Disqualification> closed =
                impartiality.ofAll(
                        user.subject(), found.stream().map(GrantApplication::matter).toList());
        Set<ApplicationId> blind = blindRounds.of(found, user.subject());
        return new Page<>(
                found.stream()
                        .map(
                                each -> {
                                    RowView row =
                                            RowView.of(
                                                    ApplicationView.of(each),
                                                    known.get(each.filing().applicant()),
                                                    closed.get(each.filing().id().value()));
                                    return blind.contains(each.filing().id())
                                            ? row.concealed()
                                            : row;
                                })
                        .toList(),
                page.next());
    }

    private static int number(@Nullable String position) {
        String given = Objects.requireNonNullElse(position, "0");
        if (!NUMBER.matcher(given).matches()) {
            throw Problems.malformed("cursor", "malformed", "Send the cursor as it was given");
        }
        return Integer.parseInt(given);
    }
}
