package fi.kumppani.system.stand;

import static org.awaitility.Awaitility.await;

import fi.kumppani.system.fault.AgentJar;
import fi.kumppani.system.fault.Armed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole system of packaged programs on free ports of this machine, each in a process of its own.
 *
 * <p>Engines start with the stand, services when they are asked for.
 */
public final class TestStand implements AutoCloseable {

    /** How long a claim on a mail holds in a stand. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    private static final Path PROJECT = projectDirectory();
    private static final Duration START = Duration.ofMinutes(4);
    private static final String DATA_KEY = "ZGF0YS1rZXktb2YtdGhlLXRlc3Qtc3RhbmQtb25seSE=";
    private static final String LINK_KEY = "bGluay1rZXktb2YtdGhlLXRlc3Qtc3RhbmQtb25seSEhISE=";

    private static @Nullable TestStand shared;

    private final Path directory;
    private final Map<String, String> settings;
    private final Map<Engine, JvmProcess> engines = new EnumMap<>(Engine.class);
    private final Map<Service, JvmProcess> services = new EnumMap<>(Service.class);
    private final Map<String, Integer> ports = new HashMap<>();
    private final Path agent;
    private final Path armed;

    /** A stand of one's own, for those that harm it. */
    public TestStand(String name) {
        this(name, Map.of());
    }

    /**
     * A stand of one's own.
     *
     * @param settings what its services are told besides, as environment variables
     */
    public TestStand(String name, Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        directory = PROJECT.resolve("system-tests/target/stand").resolve(name);
        clear(directory);
        agent = AgentJar.writeTo(directory.resolve("fault-agent.jar"));
        armed = directory.resolve("armed");
        for (Engine engine : Engine.values()) {
            engines.put(engine, engineProcess(engine));
        }
        for (Service service : Service.values()) {
            services.put(service, serviceProcess(service));
        }
    }

    /** The stand that all journeys share which leave it as they found it; everything runs. */
    public static synchronized TestStand shared() {
        TestStand existing = shared;
        if (existing == null) {
            existing = new TestStand("shared");
            existing.start(Engine.values());
            existing.start(Service.values());
            shared = existing;
            Runtime.getRuntime().addShutdownHook(new Thread(existing::close));
        }
        return existing;
    }

    /** Starts engines and waits until they answer. */
    public void start(Engine... wanted) {
        start(List.of(wanted), "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** Starts engines that compile what is hot as well as they can: for what runs for long. */
    public void startAsDeployed(Engine... wanted) {
        start(List.of(wanted), "-Xmx384m", "-XX:+UseSerialGC");
    }

    private void start(List<Engine> wanted, String... options) {
        for (Engine engine : wanted) {
            delete(readyFile(engine));
            engine(engine).start(options);
        }
        for (Engine engine : wanted) {
            await(engine.word())
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> Files.exists(readyFile(engine)));
        }
    }

    /** Starts services without faults and waits until they are ready. */
    public void start(Service... wanted) {
        for (Service service : wanted) {
            start(service, serviceOptions());
        }
        awaitReady(wanted);
    }

    /**
     * Starts services as they are deployed (deploy/Dockerfile), where they compile what is hot as
     * well as they can, and waits until they are ready: slower to start, and faster for long.
     */
    public void startAsDeployed(Service... wanted) {
        for (Service service : wanted) {
            start(service, "-Xmx256m", "-XX:+UseSerialGC");
        }
        awaitReady(wanted);
    }

    /**
     * Starts services with faults and waits until they are ready. Those that halt a service strike
     * once {@link #arm(String)} names them; the others are there from the beginning.
     *
     * @param faults each {@code kind=class#method}, as {@link fi.kumppani.system.fault.FaultAgent}
     *     takes them
     */
    public void startWithFaults(Map<Service, List<String>> faults) {
        faults.forEach(
                (service, own) -> {
                    List<String> options = new ArrayList<>(List.of(serviceOptions()));
                    options.add("-javaagent:" + agent + "=" + String.join(";", own));
                    options.add("-D" + Armed.PROPERTY + "=" + armed);
                    start(service, options.toArray(String[]::new));
                });
        awaitReady(faults.keySet().toArray(Service[]::new));
    }

    /** Starts one service with faults, as {@link #startWithFaults(Map)}. */
    public void startWithFaults(Service service, String... faults) {
        startWithFaults(Map.of(service, List.of(faults)));
    }

    /** Waits until services are ready. */
    public void awaitReady(Service... wanted) {
        for (Service service : wanted) {
            await(service.module())
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(250))
                    .failFast(
                            service.module() + " ended: see " + logFile(service.module()),
                            () -> !service(service).isRunning())
                    .ignoreExceptions()
                    .until(
                            () ->
                                    Http.status(url(service).resolve("/actuator/health/readiness"))
                                            == 200);
        }
    }

    /** From now on this halting fault strikes, and no other. */
    public void arm(String fault) {
        Path whole = armed.resolveSibling("armed.next");
        try {
            Files.writeString(whole, fault);
            var _ = Files.move(whole, armed, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on none does. */
    public void disarm() {
        delete(armed);
    }

    /** An engine's process. */
    public JvmProcess engine(Engine engine) {
        return get(engines, engine);
    }

    /** A service's process. */
    public JvmProcess service(Service service) {
        return get(services, service);
    }

    /** Where a service answers. */
    public URI url(Service service) {
        return local(service.word());
    }

    /** Where the identity provider answers. */
    public URI identityUrl() {
        return local("identity");
    }

    /** Where the mail page answers. */
    public URI mailUrl() {
        return local("mail");
    }

    /** Where the services hand their letters over. */
    public int smtpPort() {
        return port("smtp");
    }

    /** The bootstrap servers of the broker. */
    public String kafka() {
        return "localhost:" + port("kafka");
    }

    /** The connection string of the store. */
    public String mongodb() {
        return "mongodb://localhost:" + port("mongodb");
    }

    @Override
    public void close() {
        services.values().forEach(JvmProcess::kill);
        engines.values().forEach(JvmProcess::kill);
    }

    private void start(Service service, String... options) {
        var _ = Unpacked.of(service);
        service(service).start(options);
    }

    private JvmProcess engineProcess(Engine engine) {
        List<String> command = new ArrayList<>();
        command.add("-jar");
        command.add(PROJECT.resolve("local-stack/target/local-stack-0.1.0-app.jar").toString());
        command.add(engine.word());
        command.add("--directory=" + directory);
        command.add("--data=" + directory.resolve("data"));
        for (String each : List.of("kafka", "mongodb", "identity", "mail", "smtp", "portal")) {
            command.add("--ports." + each + "=" + port(each));
        }
        command.add("--ports.kafka-controller=" + port("kafka-controller"));
        return new JvmProcess(engine.word(), command, Map.of(), logFile(engine.word()));
    }

    private JvmProcess serviceProcess(Service service) {
        return new JvmProcess(
                service.module(),
                List.of("-jar", Unpacked.program(service).toString()),
                environment(service, port(service.word())),
                logFile(service.module()));
    }

    /** What a service is told about the stand, with the port it is to listen on. */
    public Map<String, String> environment(Service service, int servicePort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(servicePort));
        environment.put("KUMPPANI_MONGODB_URI", mongodb());
        environment.put("KUMPPANI_KAFKA", kafka());
        environment.put("KUMPPANI_ISSUER", withoutSlash(identityUrl()));
        environment.put("KUMPPANI_SMTP_HOST", "localhost");
        environment.put("KUMPPANI_SMTP_PORT", Integer.toString(port("smtp")));
        for (Service other : Service.values()) {
            environment.put("KUMPPANI_" + other.name() + "_URL", withoutSlash(url(other)));
        }
        environment.put("KUMPPANI_CLIENT_SECRET", "local-only-" + service.module());
        environment.put("KUMPPANI_LINK_KEY", LINK_KEY);
        environment.put("KUMPPANI_DATA_KEY", DATA_KEY);
        // A stand's people all come from one address.
        environment.put("KUMPPANI_SECURITY_RATELIMITSCALE", "1000");
        // What a crash left in flight is taken up sooner than in earnest.
        environment.put("KUMPPANI_SENDING_LEASE", LEASE.toSeconds() + "s");
        environment.putAll(settings);
        return environment;
    }

    /** The project's directory. */
    public static Path project() {
        return PROJECT;
    }

    private static String[] serviceOptions() {
        return new String[] {
            "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"
        };
    }

    private URI local(String name) {
        return URI.create("http://localhost:" + port(name) + "/");
    }

    private int port(String name) {
        return ports.computeIfAbsent(name, _ -> freePort());
    }

    private Path logFile(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    private Path readyFile(Engine engine) {
        return directory.resolve("data/ready").resolve(engine.word());
    }

    private static String withoutSlash(URI uri) {
        String text = uri.toString();
        return text.substring(0, text.length() - 1);
    }

    private static <K, V> V get(Map<K, V> all, K key) {
        V found = all.get(key);
        if (found == null) {
            throw new IllegalArgumentException("No " + key);
        }
        return found;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path projectDirectory() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("mvnw")) ? here : here.resolve("..").normalize();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clear(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(TestStand::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
