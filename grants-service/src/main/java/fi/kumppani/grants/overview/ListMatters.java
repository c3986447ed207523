package fi.kumppani.grants.overview;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ListDecided;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.function.Consumer;

/** Lists what waits for officials after the decisions of a call. */
@Service
public class ListMatters {

    private final ListDecided listDecided;
    private final ListDecided.Telling<Matter> telling;

    ListMatters(ListDecided listDecided, FindMatters findMatters) {
        this.listDecided = listDecided;
        this.telling =
                new ListDecided.Telling<>(
                        decided ->
                                findMatters.of(
                                        decided.stream()
                                                .filter(each -> !each.filing().imported())
                                                .toList()),
                        Matter::decided);
    }

    /**
     * Some of it, in the order of arrival; of applications that the reader must keep out of, and of
     * imported ones, there is nothing.
     *
     * @param by who reads, as the identity provider's opaque {@code sub}
     * @param after only what arrived later; 0 for the beginning
     * @param most how many applications to look at, 1 or more
     */
    public List<ListDecided.Placed<Matter>> list(CallId call, String by, int after, int most) {
        return listDecided.list(call, by, after, most, telling);
    }

    /** Shows all of it. */
    public void forEach(CallId call, String by, Consumer<Matter> reader) {
        listDecided.forEach(call, by, telling, reader);
    }
}
