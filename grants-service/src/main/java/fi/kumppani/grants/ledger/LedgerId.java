package fi.kumppani.grants.ledger;

/**
 * Points at a ledger.
 *
 * @param value the id of the call whose ledger it is
 */
public record LedgerId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
