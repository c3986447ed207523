package fi.kumppani.grants.call;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;

import org.springframework.stereotype.Service;

/** An officer plans a call. */
@Service
public class DraftGrantCall {

    private final GrantCalls calls;
    private final Ids ids;

    DraftGrantCall(GrantCalls calls, Ids ids) {
        this.calls = calls;
        this.ids = ids;
    }

    /** Keeps a draft with these terms; the same request again finds the first one. */
    public Insertion<GrantCall> draft(CallTerms terms, Creation creation) {
        return calls.add(new GrantCall.Draft(new CallId(ids.next()), terms), creation);
    }
}
