package fi.kumppani.grants.payment;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ListDecided;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.function.Consumer;

/** Lists what of a call is to be paid, and what the rest waits for. */
@Service
public class ListPayables {

    private final ListDecided listDecided;
    private final ListDecided.Telling<Payable> telling;

    ListPayables(ListDecided listDecided, ReadPayables readPayables) {
        this.listDecided = listDecided;
        this.telling =
                new ListDecided.Telling<>(readPayables::of, each -> each.candidate().decided());
    }

    /**
     * Some of them, in the order of arrival; of applications that the reader must keep out of there
     * are none.
     *
     * @param by who reads, as the identity provider's opaque {@code sub}
     * @param after only those that arrived later; 0 for the beginning
     * @param most how many applications to look at, 1 or more
     */
    public List<ListDecided.Placed<Payable>> list(CallId call, String by, int after, int most) {
        return listDecided.list(call, by, after, most, telling);
    }

    /** Shows all of them. */
    public void forEach(CallId call, String by, Consumer<Payable> reader) {
        listDecided.forEach(call, by, telling, reader);
    }
}
