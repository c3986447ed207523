package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.newsletter.issue.CountRecipients;
import fi.kumppani.newsletter.issue.CountRecipients.Expected;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many an issue would go to today, for who writes and who approves it. */
@RestController
class RecipientsController {

    private final CountRecipients countRecipients;

    RecipientsController(CountRecipients countRecipients) {
        this.countRecipients = countRecipients;
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/v1/municipalities/{code}/issue-drafts/{id}/recipients")
    Expected count(@PathVariable String code, @PathVariable String id) {
        return countRecipients.of(id).orElseThrow(Problems::notFound);
    }
}
