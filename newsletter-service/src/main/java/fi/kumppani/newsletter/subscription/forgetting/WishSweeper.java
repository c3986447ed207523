package fi.kumppani.newsletter.subscription.forgetting;

import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.subscription.ForgetWishes;
import fi.kumppani.newsletter.subscription.SubscriptionId;
import fi.kumppani.newsletter.subscription.Subscriptions;
import fi.kumppani.newsletter.subscription.WishPatience;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for wishes that are over when the service starts and rarely after. That it ran, and how
 * many it forgot, is a metric ({@code kumppani.wishes.*}, by municipality) and a line in the log.
 * Several instances may do the same at once.
 */
@Component
final class WishSweeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(WishSweeper.class);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private final Subscriptions subscriptions;
    private final ForgetWishes forgetWishes;
    private final MeterRegistry meters;
    private final Duration every;

    WishSweeper(
            Subscriptions subscriptions,
            ForgetWishes forgetWishes,
            MeterRegistry meters,
            WishPatience patience) {
        super("sweeper-of-wishes");
        this.subscriptions = subscriptions;
        this.forgetWishes = forgetWishes;
        this.meters = meters;
        this.every = patience.lookEvery();
    }

    @Override
    protected Duration work() {
        return sweep() ? every : AFTER_A_FAULT;
    }

    /** Looks through all wishes there are; false when the store is away. */
    boolean sweep() {
        try {
            Map<MunicipalityCode, Integer> forgotten = new TreeMap<>(byCode());
            String after = "";
            List<Work> found;
            do {
                found = subscriptions.forgettable(after, PAGE);
                found.stream()
                        .collect(Collectors.groupingBy(Work::municipality))
                        .forEach(
                                (municipality, wishes) ->
                                        forgotten.merge(
                                                municipality,
                                                forget(municipality, wishes),
                                                Integer::sum));
                after = found.isEmpty() ? after : found.getLast().id();
            } while (found.size() == PAGE && !isStopping());
            meters.counter("kumppani.wishes.sweeps").increment();
            forgotten.forEach(this::tell);
            return true;
        } catch (RuntimeException e) {
            log.warn("Looking for wishes to forget failed: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private static Comparator<MunicipalityCode> byCode() {
        return Comparator.comparing(MunicipalityCode::value);
    }

    private int forget(MunicipalityCode municipality, List<Work> wishes) {
        List<SubscriptionId> ids =
                wishes.stream().flatMap(wish -> SubscriptionId.parse(wish.id()).stream()).toList();
        return Tenancy.callIn(municipality, () -> forgetWishes.forget(ids));
    }

    private void tell(MunicipalityCode municipality, int forgotten) {
        if (forgotten > 0) {
            meters.counter("kumppani.wishes.forgotten", "municipality", municipality.value())
                    .increment(forgotten);
            log.info(
                    "Forgot {} wishes of municipality {} that nobody confirmed",
                    forgotten,
                    municipality.value());
        }
    }
}
