namespace LocalBridge.StatesLanguage.Drawing;

/// <summary>Names the directions in which a drawing flows.</summary>
public enum DrawingDirection
{
    /// <summary>From top to bottom.</summary>
    TopToBottom,

    /// <summary>From left to right.</summary>
    LeftToRight,
}
