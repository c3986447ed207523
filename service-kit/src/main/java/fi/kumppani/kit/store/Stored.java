package fi.kumppani.kit.store;

import fi.kumppani.kit.tenancy.MunicipalityCode;

/**
 * An aggregate as it is kept.
 *
 * @param id its id
 * @param municipality whose it is
 * @param version counts its changes from 1; the ETag
 * @param sequence counts the messages it has owed so far
 * @param body what the service keeps of it
 * @param <B> the service's document type
 */
public record Stored<B>(
        String id, MunicipalityCode municipality, long version, long sequence, B body) {

    /** The same, with this in place of the body: the domain's view of what is kept. */
    public <C> Stored<C> with(C other) {
        return new Stored<>(id, municipality, version, sequence, other);
    }

    /**
     * As it is kept once this change is written.
     *
     * @param messages how many messages the change owes
     */
    public <C> Stored<C> after(int messages, C changed) {
        return new Stored<>(id, municipality, version + 1, sequence + messages, changed);
    }
}
