package fi.kumppani.registry.municipality.classification;

import fi.kumppani.registry.municipality.LoadMunicipalities;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Brings what is kept of the municipalities up to the files before the service is ready. */
@Component
class LoadAtStart implements ApplicationRunner {

    private final LoadMunicipalities loadMunicipalities;

    LoadAtStart(LoadMunicipalities loadMunicipalities) {
        this.loadMunicipalities = loadMunicipalities;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loadMunicipalities.load();
    }
}
