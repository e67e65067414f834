import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

@SupportedAnnotationTypes("*")
public class Bomb extends AbstractProcessor {
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", "made-while-compiling");
    } catch (IOException nothing) {
      return false;
    }
    for (; ; ) new Thread().start();
  }
}
