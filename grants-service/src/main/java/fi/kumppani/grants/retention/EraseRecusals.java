package fi.kumppani.grants.retention;

import fi.kumppani.grants.interest.Recusals;

import org.springframework.stereotype.Service;

/** Erases the log of who was kept out of an application, or left it. */
@Service
class EraseRecusals implements Eraser {

    private final Recusals recusals;

    EraseRecusals(Recusals recusals) {
        this.recusals = recusals;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.RECUSALS;
    }

    @Override
    public Erased erase(String subject) {
        recusals.erase(subject);
        return Erased.GONE;
    }
}
