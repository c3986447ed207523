package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.ProposeIssue;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Where coordinators get the next issue proposed: in the form in which they can draft it. */
@RestController
class ProposalController {

    private final ProposeIssue proposeIssue;

    ProposalController(ProposeIssue proposeIssue) {
        this.proposeIssue = proposeIssue;
    }

    /** What can be sent to draft the issue, as it is or changed. */
    record ProposalView(int number, int year, LocalizedText title, List<ItemView> items) {

        static ProposalView of(Copy copy) {
            return new ProposalView(
                    copy.number(),
                    copy.year(),
                    copy.title(),
                    copy.items().stream().map(ItemView::of).toList());
        }
    }

    @OpenToRoles({Role.COORDINATOR, Role.LETTER_WRITER})
    @GetMapping("/v1/municipalities/{code}/lists/{listId}/issue-proposal")
    ProposalView propose(@PathVariable String code, @PathVariable String listId) {
        return proposeIssue.of(listId).map(ProposalView::of).orElseThrow(Problems::notFound);
    }
}
