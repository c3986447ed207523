package fi.kumppani.newsletter.mail.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.mail.Mails;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;

/** What became of mails: how many are where, and which did not simply arrive. */
@RestController
class MailController {

    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    /**
     * The mails of a municipality.
     *
     * @param counts how many are in each state
     * @param items those that did not simply arrive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailsView(Map<String, Long> counts, List<MailView> items, @Nullable String next) {}

    @OpenToRoles({Role.COORDINATOR, Role.OPERATOR})
    @GetMapping("/v1/municipalities/{code}/mails")
    MailsView mails(@PathVariable String code, Cursor cursor) {
        Page<MailView> page =
                cursor.page(
                                mails.troubled(after(cursor), cursor.fetchSize()),
                                mail -> mail.matter().id())
                        .map(MailView::of);
        return new MailsView(mails.counts(), page.items(), page.next());
    }

    /** For whoever runs the deployment: where to look. */
    @OpenToRoles(Role.OPERATOR)
    @GetMapping("/v1/troubled-mails")
    Page<Work> everywhere(Cursor cursor) {
        return cursor.page(mails.troubledEverywhere(after(cursor), cursor.fetchSize()), Work::id);
    }

    private static String after(Cursor cursor) {
        String after = cursor.after();
        return after == null ? "" : after;
    }
}
