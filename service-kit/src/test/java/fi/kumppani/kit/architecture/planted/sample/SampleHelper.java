package fi.kumppani.kit.architecture.planted.sample;

/** Has a name that says nothing, a setter, and asks the machine. */
public class SampleHelper {

    private long at;

    public void setAt(long at) {
        this.at = at;
    }

    public long at() {
        return at + System.currentTimeMillis();
    }
}
