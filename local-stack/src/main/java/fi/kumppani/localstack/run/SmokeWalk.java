package fi.kumppani.localstack.run;

import java.util.List;

/**
 * The main job once through, from a subscriber's first letter to a grant in the regional report.
 *
 * <p>Holds nothing yet, and {@code --smoke} says so and fails.
 */
public final class SmokeWalk implements Steps {

    @Override
    public String title() {
        return "The main job, once through";
    }

    @Override
    public List<Step> of(RunningSystem system) {
        return List.of();
    }
}
