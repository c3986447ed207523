package fi.kumppani.grants.retention;

import fi.kumppani.grants.attachment.AttachedFiles;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.Proposal;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Erases the files that go with an application. Nobody sees a file named whose content is gone. */
@Service
class EraseAttachments implements Eraser {

    private final GrantApplications applications;
    private final AttachedFiles files;

    EraseAttachments(GrantApplications applications, AttachedFiles files) {
        this.applications = applications;
        this.files = files;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.ATTACHMENTS;
    }

    @Override
    public Erased erase(String subject) {
        eraseFiles(new ApplicationId(subject));
        return Erased.GONE;
    }

    void eraseFiles(ApplicationId id) {
        List<Attachment> leaving = rewrite(id, Attachments::withoutAll);
        leaving.forEach(each -> files.erase(each.key()));
        var _ = rewrite(id, known -> known.erased(leaving));
    }

    private List<Attachment> rewrite(ApplicationId id, UnaryOperator<Attachments> change) {
        return applications
                .change(
                        id,
                        OptionalLong.empty(),
                        stored -> {
                            GrantApplication known = stored.body();
                            Proposal proposal = known.proposal();
                            Attachments next = change.apply(proposal.attachments());
                            return next.equals(proposal.attachments())
                                    ? Move.stay(next.leaving())
                                    : Move.keep(
                                            Rewriting.with(known, proposal.attaching(next)),
                                            next.leaving());
                        })
                .orElse(List.of());
    }
}
