package fi.kumppani.grants.elsewhere;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.text.LocalizedText;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What all municipalities told of their decisions. Told twice, or something older after something
 * newer, nothing changes.
 */
public interface ToldDecisions {

    /**
     * Keeps a decision as it now is.
     *
     * @param sequence counts what was told of the application
     */
    void keep(ToldDecision decision, long sequence);

    /**
     * Keeps a call as it was published.
     *
     * @param sequence counts what was told of it
     */
    void keep(CallId id, ToldCall call, long sequence);

    /** Of an association for a budget year, in whichever municipality. */
    List<ToldDecision> of(AssociationId association, int year);

    /** Those of the calls that were told of, in whichever municipality. */
    Map<CallId, ToldCall> calls(Collection<CallId> ids);

    /** A call as it was published. */
    record ToldCall(LocalizedText title, GrantKind kind) {}
}
