package fi.kumppani.portal.municipality;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * Who takes part.
 *
 * @param codes the municipality codes (Statistics Finland, three digits) that the start page shows,
 *     in this order
 */
@ConfigurationProperties("kumppani.municipalities")
record MunicipalitySettings(@DefaultValue List<String> codes) {

    MunicipalitySettings {
        codes = List.copyOf(codes);
        codes.forEach(
                code -> {
                    if (!Municipality.isCode(code)) {
                        throw new IllegalArgumentException(
                                "kumppani.municipalities.codes are like 743");
                    }
                });
    }
}
