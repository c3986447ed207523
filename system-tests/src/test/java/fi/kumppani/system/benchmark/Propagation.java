package fi.kumppani.system.benchmark;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import fi.kumppani.contracts.Topic;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * P3: from the moment a change is acknowledged until another service's read model shows it, against
 * a bare producer, consumer and upsert on the same engines.
 */
final class Propagation implements Benchmarks.Benchmark {

    private static final int PAIRS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ASSOCIATIONS = 400;
    private static final Topic BARE = new Topic("benchmark.bare", 3);

    private final String[] faults;

    /** The system as it is. */
    Propagation() {
        this(new String[0]);
    }

    /** The system with faults in the service that tells. */
    Propagation(String... faults) {
        this.faults = faults.clone();
    }

    @Override
    public void measure(Report report) throws Exception {
        try (TestStand stand = new TestStand("propagation")) {
            stand.start(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY, Engine.MAIL);
            if (faults.length == 0) {
                stand.startAsDeployed(Service.REGISTRY);
            } else {
                stand.startWithFaults(Service.REGISTRY, faults);
            }
            stand.startAsDeployed(Service.GRANTS);
            try (MongoClient mongo = MongoClients.create(stand.mongodb());
                    Bare bare = new Bare(stand, mongo);
                    Whole whole = new Whole(stand, mongo)) {
                for (int rate : List.of(20, 200)) {
                    compare(report, bare, whole, rate);
                }
            }
        }
    }

    private static void compare(Report report, Bare bare, Whole whole, int rate)
            throws InterruptedException {
        var _ = bare.round(rate, WARM_UP);
        var _ = whole.round(rate, WARM_UP);
        List<Double> medians = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        List<Double> system = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            List<Double> floor = bare.round(rate, ROUND);
            List<Double> ours = whole.round(rate, ROUND);
            medians.add(Figures.percentile(ours, 50) / Figures.percentile(floor, 50));
            tails.add(Figures.percentile(ours, 99) / Figures.percentile(floor, 99));
            system.addAll(ours);
            raw.addAll(floor);
        }
        report.ratio("propagation p50 at " + rate + "/s ÷ bare", medians, 5);
        report.ratio("propagation p99 at " + rate + "/s ÷ bare", tails, 4);
        report.absolute("system p50", Figures.percentile(system, 50), "ms");
        report.absolute("system p99", Figures.percentile(system, 99), "ms");
        report.absolute("bare p50", Figures.percentile(raw, 50), "ms");
        report.absolute("bare p99", Figures.percentile(raw, 99), "ms");
    }

    /** Fires at a steady rate, whether or not what was fired before has come through. */
    private static void steadily(int rate, Duration length, Runnable one)
            throws InterruptedException {
        Queue<Future<?>> fired = new ConcurrentLinkedQueue<>();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                var work = Executors.newVirtualThreadPerTaskExecutor()) {
            long total = length.toMillis() * rate / 1000;
            var ticking =
                    clock.scheduleAtFixedRate(
                            () -> fired.add(work.submit(one)),
                            0,
                            1_000_000L / rate,
                            TimeUnit.MICROSECONDS);
            TimeUnit.MICROSECONDS.sleep(total * 1_000_000L / rate);
            ticking.cancel(false);
        }
        for (Future<?> each : fired) {
            if (each.state() != Future.State.SUCCESS) {
                throw new IllegalStateException("One did not come through", each.exceptionNow());
            }
        }
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** A producer, a consumer and an upsert, and nothing else. */
    private static final class Bare implements AutoCloseable {

        private final KafkaProducer<String, byte[]> producer;
        private final KafkaConsumer<String, byte[]> consumer;
        private final MongoCollection<Document> target;
        private final Map<String, Long> begun = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Double> seen = new ConcurrentLinkedQueue<>();
        private final Thread reading;
        private volatile boolean open = true;

        Bare(TestStand stand, MongoClient mongo) throws Exception {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", stand.kafka()))) {
                admin.createTopics(List.of(new NewTopic(BARE.name(), BARE.partitions(), (short) 1)))
                        .all()
                        .get();
            }
            producer =
                    new KafkaProducer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    stand.kafka(),
                                    "acks",
                                    "all",
                                    "linger.ms",
                                    0),
                            new StringSerializer(),
                            new ByteArraySerializer());
            consumer =
                    new KafkaConsumer<>(
                            Map.of("bootstrap.servers", stand.kafka()),
                            new StringDeserializer(),
                            new ByteArrayDeserializer());
            List<TopicPartition> partitions = new ArrayList<>();
            for (int each = 0; each < BARE.partitions(); each++) {
                partitions.add(new TopicPartition(BARE.name(), each));
            }
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            target = mongo.getDatabase("bare").getCollection("bare");
            reading = Thread.ofPlatform().start(this::read);
        }

        List<Double> round(int rate, Duration length) throws InterruptedException {
            seen.clear();
            steadily(
                    rate,
                    length,
                    () -> {
                        String id = "b" + System.nanoTime();
                        begun.put(id, System.nanoTime());
                        var _ = producer.send(new ProducerRecord<>(BARE.name(), id, new byte[512]));
                    });
            while (!begun.isEmpty()) {
                Thread.sleep(20);
            }
            return List.copyOf(seen);
        }

        private void read() {
            while (open) {
                for (var read : consumer.poll(Duration.ofMillis(50))) {
                    var _ =
                            target.replaceOne(
                                    eq("_id", "k" + read.offset() % ASSOCIATIONS),
                                    new Document("value", read.value()),
                                    new ReplaceOptions().upsert(true));
                    Long begin = begun.remove(read.key());
                    if (begin != null) {
                        seen.add(millisSince(begin));
                    }
                }
            }
            consumer.close();
        }

        @Override
        public void close() {
            open = false;
            try {
                reading.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            producer.close();
        }
    }

    /** A change of an association at registry-service, until grants-service knows it. */
    private static final class Whole implements AutoCloseable {

        private static final String PATH = "/v1/municipalities/743/associations";

        private final Api api;
        private final Watch watch;
        private final BlockingQueue<Item> idle = new LinkedBlockingQueue<>();

        Whole(TestStand stand, MongoClient mongo) {
            api = Api.anonymous(stand).as("coordinator.seinajoki").at(Service.REGISTRY);
            for (int each = 0; each < ASSOCIATIONS; each++) {
                Api.Answer made = api.post(PATH, facts("Yhdistys " + each)).expect(201);
                idle.add(new Item(made.id(), 1));
            }
            watch = new Watch(viewOfApplicants(mongo.getDatabase("grants")));
        }

        List<Double> round(int rate, Duration length) throws InterruptedException {
            ConcurrentLinkedQueue<Double> seen = new ConcurrentLinkedQueue<>();
            steadily(rate, length, () -> change(seen));
            return List.copyOf(seen);
        }

        private void change(ConcurrentLinkedQueue<Double> seen) {
            try {
                Item item = idle.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (item == null) {
                    throw new IllegalStateException("Every association is still under way");
                }
                Api.Answer answer =
                        api.put(
                                        PATH + "/" + item.id(),
                                        "\"" + item.version() + "\"",
                                        facts("Yhdistys " + item.id() + " " + item.version()))
                                .expect(200);
                long acknowledged = System.nanoTime();
                watch.awaitSequence(item.id(), item.version() + 1);
                seen.add(millisSince(acknowledged));
                idle.add(new Item(item.id(), Long.parseLong(answer.etag().replace("\"", ""))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** The read model, as soon as the first association has come to it. */
        private static MongoCollection<Document> viewOfApplicants(MongoDatabase grants) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (String name : grants.listCollectionNames()) {
                    if (name.matches("applicants\\.[0-9]+")) {
                        return grants.getCollection(name);
                    }
                }
                LockSupport.parkNanos(10_000_000);
            }
            throw new IllegalStateException("grants-service knows no association");
        }

        private static Map<String, Object> facts(String name) {
            return Map.of("name", Map.of("fi", name), "form", "registered-association");
        }

        @Override
        public void close() {
            watch.close();
        }

        private record Item(String id, long version) {}
    }

    /**
     * Looks for all that is waited for with one question at a time: a poller for each would take
     * the store from those who are measured.
     */
    private static final class Watch implements AutoCloseable {

        private static final int MOST_ASKED = 32;

        private final MongoCollection<Document> view;
        private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
        private final Thread looking;
        private volatile boolean open = true;

        Watch(MongoCollection<Document> view) {
            this.view = view;
            looking = Thread.ofPlatform().start(this::look);
        }

        void awaitSequence(String id, long sequence) throws InterruptedException {
            Awaited one = new Awaited(sequence, System.nanoTime(), new CountDownLatch(1));
            awaited.put(id, one);
            LockSupport.unpark(looking);
            if (!one.come().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "Message " + sequence + " of " + id + " did not reach grants-service");
            }
        }

        private void look() {
            while (open) {
                if (awaited.isEmpty()) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(1_000_000);
                    for (Document entry :
                            view.find(in("_id", oldest())).projection(include("sequence"))) {
                        seen(entry.getString("_id"), entry.getLong("sequence"));
                    }
                }
            }
        }

        /** Those that have been waited for longest: where more wait, they wait for these. */
        private List<String> oldest() {
            return awaited.entrySet().stream()
                    .sorted(Comparator.comparingLong(each -> each.getValue().since()))
                    .limit(MOST_ASKED)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private void seen(String id, long sequence) {
            Awaited one = awaited.get(id);
            if (one != null && sequence >= one.sequence()) {
                awaited.remove(id);
                one.come().countDown();
            }
        }

        @Override
        public void close() {
            open = false;
            LockSupport.unpark(looking);
            try {
                looking.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private record Awaited(long sequence, long since, CountDownLatch come) {}
    }
}
