package fi.kumppani.kit.architecture.sound;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The main class of the sound sample. */
@SpringBootApplication
public class Sound {}
