import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.processor.reports.enums.JobEndStatus;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What veraPDF says about files: java -cp JAR Vera.java ua1,2a file.pdf …
 *
 * <p>One line of JSON for each file and flavour, in this order; the exit is 0 when all comply, 1 when any does not. The
 * jar lacks JAXB, with which veraPDF reads its profiles, so they are read here. Kept to Java 11.
 */
public class Vera {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<ValidationProfile> profiles = new ArrayList<>();
        for (String id : arguments[0].split(",")) {
            profiles.add(profile(id));
        }
        boolean good = true;
        for (int at = 1; at < arguments.length; at++) {
            for (ValidationProfile profile : profiles) {
                List<String> failures = failures(arguments[at], profile);
                good &= failures.isEmpty();
                System.out.printf(
                        "{\"file\": %s, \"flavour\": %s, \"compliant\": %b, \"failures\": [%s]}%n",
                        quoted(arguments[at]),
                        quoted(profile.getPDFAFlavour().getId()),
                        failures.isEmpty(),
                        String.join(", ", failures));
            }
        }
        System.exit(good ? 0 : 1);
    }

    /** Each rule that the file breaks, as JSON; a file that cannot be judged breaks a rule without a clause. */
    private static List<String> failures(String file, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL || result.getTotalAssertions() == 0) {
                throw new IllegalStateException("veraPDF did not finish: " + result.getJobEndStatus());
            }
            Map<RuleId, Integer> failed = result.getFailedChecks();
            if (result.isCompliant() != failed.isEmpty()) {
                throw new IllegalStateException("veraPDF does not say which rules are broken");
            }
            return failed.keySet().stream()
                    .sorted(Comparator.comparing(RuleId::getClause).thenComparing(RuleId::getTestNumber))
                    .map(id -> failure(id.getClause(), id.getTestNumber(),
                            profile.getRuleByRuleId(id).getDescription(), failed.get(id)))
                    .collect(Collectors.toList());
        } catch (Exception trouble) {
            return List.of(failure("", 0, trouble.toString(), 1));
        }
    }

    private static String failure(String clause, int test, String description, int count) {
        return String.format("{\"clause\": %s, \"test\": %d, \"description\": %s, \"count\": %d}",
                quoted(clause), test, quoted(description), count);
    }

    /** The rules of a flavour as the jar has them: "ua1" in PDFUA-1.xml, "2a" in PDFA-2A.xml. */
    private static ValidationProfile profile(String id) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        String name = id.startsWith("ua") ? "PDFUA-" + id.substring(2) : "PDFA-" + id.toUpperCase();
        Element root;
        try (InputStream xml = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) {
            Element key = all(rule, "id").get(0);
            RuleId ruleId = Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.valueOf(key.getAttribute("specification")),
                    key.getAttribute("clause"), Integer.parseInt(key.getAttribute("testNumber")));
            List<ErrorArgument> blanks = all(rule, "argument").stream()
                    .map(blank -> ErrorArgumentImpl.fromValues(blank.getTextContent(), blank.getAttribute("name"), null))
                    .collect(Collectors.toList());
            Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
            rules.add(Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                    text(rule, "description"), text(rule, "test"),
                    Profiles.errorFromValues(text(rule, "message"), blanks), List.of()));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }

    private static List<Element> all(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    private static String text(Element parent, String tag) {
        return all(parent, tag).get(0).getTextContent().strip();
    }

    /** As a string of JSON, in ASCII alone, so that no locale can spoil it. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < 32 || c > 126 || c == '"' || c == '\\'
                        ? String.format("\\u%04x", c) : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
