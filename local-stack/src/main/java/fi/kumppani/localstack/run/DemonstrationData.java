package fi.kumppani.localstack.run;

import java.util.List;

/**
 * What a newcomer finds in the system; loaded at every start, so each step must be safe to repeat.
 *
 * <p>Holds nothing yet.
 */
public final class DemonstrationData implements Steps {

    @Override
    public String title() {
        return "Demonstration data";
    }

    @Override
    public List<Step> of(RunningSystem system) {
        return List.of();
    }
}
