package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.AgedApplications;
import fi.kumppani.grants.grantapplication.ApplicationId;

import org.springframework.stereotype.Service;

/** Erases an application that was never handed in: its files first, then itself. */
@Service
class EraseDraft implements Eraser {

    private final EraseAttachments attachments;
    private final AgedApplications aged;

    EraseDraft(EraseAttachments attachments, AgedApplications aged) {
        this.attachments = attachments;
        this.aged = aged;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.DRAFT;
    }

    @Override
    public Erased erase(String subject) {
        attachments.eraseFiles(new ApplicationId(subject));
        aged.eraseDraft(new ApplicationId(subject));
        return Erased.GONE;
    }
}
