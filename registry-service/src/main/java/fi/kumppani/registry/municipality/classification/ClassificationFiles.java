package fi.kumppani.registry.municipality.classification;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.municipality.Classification;
import fi.kumppani.registry.municipality.Municipality;
import fi.kumppani.registry.municipality.PopulationFigure;
import fi.kumppani.registry.municipality.Region;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Month;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classification of 2025 and the populations of 2000–2022; their NOTICE.md tells the origin.
 */
@Component
class ClassificationFiles implements Classification {

    private static final String POPULATION_SOURCE = "THL Sotkanet / Tilastokeskus";
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final String MUNICIPALITIES = "municipalities-2025.csv";
    private static final String POPULATIONS = "populations-2000-2022.csv";
    private static final String REGIONS = "regions-2025.csv";

    private final String edition;
    private final Map<MunicipalityCode, Municipality> municipalities;
    private final Map<String, Region> regions;

    ClassificationFiles() {
        this.edition = hash(MUNICIPALITIES, POPULATIONS, REGIONS);
        this.municipalities = readMunicipalities(Map.of());
        this.regions = readRegions(municipalities);
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public List<Municipality> municipalities() {
        return List.copyOf(municipalities.values());
    }

    @Override
    public List<Municipality> municipalitiesWithPopulations() {
        return List.copyOf(readMunicipalities(readPopulations()).values());
    }

    @Override
    public Optional<Municipality> municipality(MunicipalityCode code) {
        return Optional.ofNullable(municipalities.get(code));
    }

    @Override
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    @Override
    public Optional<Region> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    private static Map<MunicipalityCode, Municipality> readMunicipalities(
            Map<MunicipalityCode, List<PopulationFigure>> populations) {
        return read(MUNICIPALITIES).stream()
                .map(row -> municipality(row, populations))
                .collect(inOrder(Municipality::code));
    }

    private static Municipality municipality(
            CSVRecord row, Map<MunicipalityCode, List<PopulationFigure>> populations) {
        var code = new MunicipalityCode(row.get("code"));
        return new Municipality(
                code,
                name(row),
                row.get("region_code"),
                new Municipality.WellbeingCounty(
                        row.get("wellbeing_county_code"),
                        new LocalizedText(
                                row.get("wellbeing_county_fi"),
                                row.get("wellbeing_county_sv"),
                                null)),
                languages(row.get("language_code")),
                Objects.requireNonNullElse(populations.get(code), List.of()));
    }

    private static Map<MunicipalityCode, List<PopulationFigure>> readPopulations() {
        return read(POPULATIONS).stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new MunicipalityCode(row.get("municipality_code")),
                                Collectors.mapping(
                                        ClassificationFiles::population, Collectors.toList())));
    }

    /** Sotkanet's figures are of the last day of the year. */
    private static PopulationFigure population(CSVRecord row) {
        return new PopulationFigure(
                LocalDate.of(Integer.parseInt(row.get("year")), Month.DECEMBER, 31),
                Integer.parseInt(row.get("population")),
                POPULATION_SOURCE);
    }

    private static Map<String, Region> readRegions(
            Map<MunicipalityCode, Municipality> municipalities) {
        return read(REGIONS).stream()
                .map(row -> region(row, municipalities))
                .collect(inOrder(Region::code));
    }

    private static Region region(
            CSVRecord row, Map<MunicipalityCode, Municipality> municipalities) {
        String code = row.get("code");
        return new Region(
                code,
                name(row),
                municipalities.values().stream()
                        .filter(municipality -> municipality.regionCode().equals(code))
                        .map(Municipality::code)
                        .toList());
    }

    private static LocalizedText name(CSVRecord row) {
        return new LocalizedText(row.get("name_fi"), row.get("name_sv"), row.get("name_en"));
    }

    private static List<Language> languages(String code) {
        return switch (code) {
            case "0" -> List.of(Language.FI);
            case "1" -> List.of(Language.FI, Language.SV);
            case "2" -> List.of(Language.SV);
            case "3" -> List.of(Language.SV, Language.FI);
            default -> throw new IllegalStateException("No language status " + code + " is known");
        };
    }

    private static <K, V> Collector<V, ?, Map<K, V>> inOrder(Function<V, K> key) {
        return Collectors.toMap(key, Function.identity(), (one, _) -> one, LinkedHashMap::new);
    }

    private static List<CSVRecord> read(String file) {
        try {
            return CSV.parse(new StringReader(new String(bytes(file), StandardCharsets.UTF_8)))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream bytes =
                Objects.requireNonNull(ClassificationFiles.class.getResourceAsStream(file), file)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String... files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            Stream.of(files).map(ClassificationFiles::bytes).forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
