package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Topic;
import fi.kumppani.kit.store.StoreOutage;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.messaging.MessagingException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Gives what cannot be handled a place to go, for every binding: bounded retries in the container,
 * then the dead-letter topic of the group. A store that is away is no fault of the message and is
 * waited for without bound; the offset never passes a message that could be neither handled nor
 * laid down.
 */
final class RetriesAndDeadLetters implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private static final Logger log = LoggerFactory.getLogger(RetriesAndDeadLetters.class);

    private final KafkaOperations<byte[], byte[]> deadLetters;
    private final InboundMetrics metrics;

    RetriesAndDeadLetters(KafkaOperations<byte[], byte[]> deadLetters, InboundMetrics metrics) {
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** The binder makes one attempt and leaves the rest to the container. */
    @Override
    public boolean retryAndDlqInBinding(String destinationName, String group) {
        return false;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destinationName,
            String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> ignored,
            @Nullable BackOff backOff) {
        var handler =
                new UnwrappingErrorHandler(
                        patiently(recoverer(group), container),
                        backOff == null ? new FixedBackOff(0, 0) : backOff);
        handler.addNotRetryableExceptions(PoisonMessageException.class);
        handler.setBackOffFunction(
                (_, failure) -> StoreOutage.isBehind(failure) ? untilItIsBack() : null);
        handler.setRetryListeners(new Counting(group));
        container.setCommonErrorHandler(handler);
        // Names the consumer's thread in the logs.
        container.setBeanName(group);
    }

    private DeadLetterPublishingRecoverer recoverer(String group) {
        var recoverer =
                new DeadLetterPublishingRecoverer(
                        deadLetters,
                        (letter, _) ->
                                new TopicPartition(
                                        new Topic(letter.topic(), 1).deadLetters(group).name(),
                                        letter.partition()));
        // Messages and stack traces may quote content; the exception's name stays.
        recoverer.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }

    /** Where a dead letter cannot be laid down, the container alone would try again at once. */
    private static ConsumerAwareRecordRecoverer patiently(
            ConsumerAwareRecordRecoverer recoverer, MessageListenerContainer container) {
        return (letter, consumer, failure) -> {
            try {
                recoverer.accept(letter, consumer, failure);
            } catch (RuntimeException e) {
                rest(container);
                throw e;
            }
        };
    }

    private static void rest(MessageListenerContainer container) {
        try {
            ListenerUtils.stoppableSleep(container, LONGEST_PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackOff untilItIsBack() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
        return backOff;
    }

    /** Looks through Spring's wrappers, so that each kind of failure has its own back-off. */
    private static final class UnwrappingErrorHandler extends DefaultErrorHandler {

        UnwrappingErrorHandler(ConsumerRecordRecoverer recoverer, BackOff backOff) {
            super(recoverer, backOff);
        }

        @Override
        public void handleRemaining(
                Exception thrown,
                List<ConsumerRecord<?, ?>> records,
                Consumer<?, ?> consumer,
                MessageListenerContainer container) {
            super.handleRemaining(unwrap(thrown), records, consumer, container);
        }

        private static Exception unwrap(Exception thrown) {
            Exception found = thrown;
            while (isWrapper(found) && found.getCause() instanceof Exception cause) {
                found = cause;
            }
            return found;
        }

        private static boolean isWrapper(Exception failure) {
            return failure instanceof ListenerExecutionFailedException
                    || failure instanceof MessagingException;
        }
    }

    private final class Counting implements RetryListener {

        private final String group;

        Counting(String group) {
            this.group = group;
        }

        @Override
        public void failedDelivery(
                ConsumerRecord<?, ?> failed, @Nullable Exception failure, int attempt) {
            if (!(failure instanceof PoisonMessageException)) {
                metrics.retried(failed.topic(), group);
            }
        }

        @Override
        public void recovered(ConsumerRecord<?, ?> failed, @Nullable Exception failure) {
            metrics.deadLetter(failed.topic(), group);
            log.error(
                    "Dead letter of {}: message {} at {}-{}@{}, {}",
                    group,
                    Envelope.idOf(failed.headers()),
                    failed.topic(),
                    failed.partition(),
                    failed.offset(),
                    failure == null ? "unknown" : failure.getClass().getName());
        }
    }
}
