package fi.kumppani.grants.retention;

import fi.kumppani.grants.changerequest.AskedChanges;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.grantapplication.ApplicationId;

import org.springframework.stereotype.Service;

/** Erases why other terms were asked for; what was asked and ruled stays. */
@Service
class EraseChangeReasons implements Eraser {

    private final AskedChanges changes;

    EraseChangeReasons(AskedChanges changes) {
        this.changes = changes;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.CHANGE_REQUEST;
    }

    @Override
    public Erased erase(String subject) {
        changes.rewrite(new ApplicationId(subject), ChangeRequests::withoutReasons);
        return Erased.GONE;
    }
}
