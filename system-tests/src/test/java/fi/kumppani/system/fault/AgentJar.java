package fi.kumppani.system.fault;

import net.bytebuddy.ByteBuddy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packs the fault agent, as a JVM wants an agent in a jar of its own. */
public final class AgentJar {

    private AgentJar() {}

    /** Writes the jar. */
    public static Path writeTo(Path jar) {
        try {
            Path library = locationOf(ByteBuddy.class);
            Path classes = locationOf(FaultAgent.class);
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.putValue("Premain-Class", FaultAgent.class.getName());
            attributes.putValue("Can-Retransform-Classes", "true");
            attributes.put(Attributes.Name.CLASS_PATH, library.toUri().toString());
            Files.createDirectories(jar.getParent());
            Path packed = Path.of(FaultAgent.class.getPackageName().replace('.', '/'));
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    Stream<Path> files = Files.list(classes.resolve(packed))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    out.putNextEntry(new JarEntry(packed + "/" + file.getFileName()));
                    try (InputStream in = Files.newInputStream(file)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
