package fi.kumppani.kit.inbound;

import fi.kumppani.kit.inbound.DeadLetters.Pile;
import fi.kumppani.kit.inbound.DeadLetters.Replay;
import fi.kumppani.kit.inbound.ReadModelRebuilds.Progress;
import fi.kumppani.kit.inbound.ReadModelRebuilds.Start;
import fi.kumppani.kit.inbound.StaleMessages.Stale;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What an operator can see and do about messages. */
@RestController
@RequestMapping("/operations")
final class OperationsController {

    /**
     * A read model.
     *
     * @param name what it is called
     * @param rebuild how its last rebuild by this instance stands
     */
    record ReadModelView(String name, @Nullable Progress rebuild) {}

    private static final Logger log = LoggerFactory.getLogger(OperationsController.class);
    private static final Duration BROKER_IS_BACK = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private final ReadModelRebuilds rebuilds;
    private final StaleMessages stale;

    OperationsController(DeadLetters deadLetters, ReadModelRebuilds rebuilds, StaleMessages stale) {
        this.deadLetters = deadLetters;
        this.rebuilds = rebuilds;
        this.stale = stale;
    }

    @GetMapping("/dead-letters")
    @OpenToRoles(Role.OPERATOR)
    List<Pile> deadLetters() throws InterruptedException {
        try {
            return deadLetters.count();
        } catch (ExecutionException | KafkaException e) {
            throw brokerAway(e);
        }
    }

    @PostMapping("/dead-letters/{topic}/{group}/replays")
    @OpenToRoles(Role.OPERATOR)
    Replay.Done replay(
            @PathVariable String topic,
            @PathVariable String group,
            @RequestParam(defaultValue = "1000") int limit)
            throws InterruptedException {
        try {
            return switch (deadLetters.replay(topic, group, limit)) {
                case Replay.Done done -> done;
                case Replay.AlreadyUnderWay _ -> throw underWay();
                case Replay.Unknown _ -> throw Problems.notFound();
            };
        } catch (ExecutionException | KafkaException e) {
            throw brokerAway(e);
        }
    }

    @GetMapping("/read-models")
    @OpenToRoles(Role.OPERATOR)
    List<ReadModelView> readModels() {
        return rebuilds.names().stream()
                .sorted()
                .map(name -> new ReadModelView(name, rebuilds.progress(name).orElse(null)))
                .toList();
    }

    @PostMapping("/read-models/{name}/rebuilds")
    @OpenToRoles(Role.OPERATOR)
    ResponseEntity<ReadModelView> rebuild(@PathVariable String name) {
        return switch (rebuilds.start(name)) {
            case Start.Begun _ ->
                    ResponseEntity.status(HttpStatus.ACCEPTED)
                            .body(new ReadModelView(name, rebuilds.progress(name).orElse(null)));
            case Start.AlreadyUnderWay _ -> throw underWay();
            case Start.Unknown _ -> throw Problems.notFound();
        };
    }

    @GetMapping("/stale-messages")
    @OpenToRoles(Role.OPERATOR)
    List<Stale> staleMessages() {
        return stale.all();
    }

    private static Problem underWay() {
        return Problems.refused("already-under-way", null);
    }

    private static Problem brokerAway(Exception cause) {
        log.warn("The broker does not answer the operator", cause);
        return Problems.unavailable(BROKER_IS_BACK);
    }
}
