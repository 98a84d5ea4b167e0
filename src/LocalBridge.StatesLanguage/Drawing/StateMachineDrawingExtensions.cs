using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing.Diagrams;
using LocalBridge.StatesLanguage.Drawing.Dot;
using LocalBridge.StatesLanguage.Drawing.Mermaid;
using LocalBridge.StatesLanguage.Drawing.Svg;

namespace LocalBridge.StatesLanguage.Drawing;

/// <summary>Draws state machines. The same definition and options give the same text, always.</summary>
/// <example>
/// <code>
/// File.WriteAllText("orders.svg", definition.ToSvg());
/// File.WriteAllText("run-7.svg", definition.ToSvg(new DrawingOptions { Title = "Run 7", History = history }));
/// </code>
/// </example>
public static class StateMachineDrawingExtensions
{
    /// <summary>Draws a state machine as a picture that needs no other program.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">How to draw it; <see langword="null"/> for <see cref="DrawingOptions.Default"/>.</param>
    /// <returns>A whole SVG document.</returns>
    /// <exception cref="InsufficientExecutionStackException">States are nested deeper than this thread's stack allows.</exception>
    public static string ToSvg(this StateMachineDefinition definition, DrawingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        options ??= DrawingOptions.Default;
        return SvgWriter.Write(DiagramReader.Read(definition, options), options);
    }

    /// <summary>Draws a state machine as a Mermaid flowchart, which GitHub and many editors show in Markdown.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">How to draw it; <see langword="null"/> for <see cref="DrawingOptions.Default"/>.</param>
    /// <returns>The text of the flowchart; lines end with a line feed.</returns>
    /// <exception cref="InsufficientExecutionStackException">States are nested deeper than this thread's stack allows.</exception>
    public static string ToMermaid(this StateMachineDefinition definition, DrawingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        options ??= DrawingOptions.Default;
        return MermaidWriter.Write(DiagramReader.Read(definition, options), options);
    }

    /// <summary>Draws a state machine in the language of Graphviz.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">How to draw it; <see langword="null"/> for <see cref="DrawingOptions.Default"/>.</param>
    /// <returns>A directed graph in DOT; lines end with a line feed.</returns>
    /// <exception cref="InsufficientExecutionStackException">States are nested deeper than this thread's stack allows.</exception>
    public static string ToDot(this StateMachineDefinition definition, DrawingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        options ??= DrawingOptions.Default;
        return DotWriter.Write(DiagramReader.Read(definition, options), options);
    }
}
