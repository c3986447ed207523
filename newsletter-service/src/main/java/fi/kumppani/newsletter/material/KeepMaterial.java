package fi.kumppani.newsletter.material;

/** Keeps what others tell of what happens. */
public interface KeepMaterial {

    /**
     * Keeps it, unless something newer is known of it.
     *
     * @param sequence of the message
     */
    void keep(Material material, long sequence);

    /**
     * Forgets it, unless something newer is known of it.
     *
     * @param sequence of the message
     */
    void forget(String id, long sequence);
}
