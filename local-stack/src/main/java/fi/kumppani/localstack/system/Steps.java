package fi.kumppani.localstack.system;

import java.util.List;

/** A series of steps against a running system, each needing the ones before it. */
public interface Steps {

    /** What it is called on the screen. */
    String title();

    /** Empty when there is nothing to do. */
    List<Step> of(RunningSystem system);
}
