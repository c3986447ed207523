package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.Redresses;

import org.springframework.stereotype.Service;

/**
 * Erases who claimed a revised decision, and what they wrote; that there was a claim, and what was
 * ruled, stays.
 */
@Service
class EraseClaims implements Eraser {

    private final Redresses redresses;

    EraseClaims(Redresses redresses) {
        this.redresses = redresses;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.REDRESS_CLAIM;
    }

    @Override
    public Erased erase(String subject) {
        redresses.rewrite(new ApplicationId(subject), Redress::withoutClaims);
        return Erased.GONE;
    }
}
