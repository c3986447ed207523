package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;

import org.springframework.stereotype.Service;

/** Erases what was said about claiming back; the sums stay. */
@Service
class EraseRecoveryWords implements Eraser {

    private final Recoveries recoveries;

    EraseRecoveryWords(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.RECOVERY;
    }

    @Override
    public Erased erase(String subject) {
        recoveries.rewrite(new ApplicationId(subject), Recovery::withoutWords);
        return Erased.GONE;
    }
}
