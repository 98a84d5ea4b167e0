using System.Globalization;
using System.Text;

namespace LocalBridge.CrashTests;

/// <summary>What all children so far have promised.</summary>
internal sealed class Promises
{
    /// <summary>How much was read of the log of each instance.</summary>
    private readonly Dictionary<int, long> _read = [];

    /// <summary>Executions whose start was answered, by number.</summary>
    internal Dictionary<int, string> Started { get; } = [];

    /// <summary>Executions whose end was told, with the output that was told.</summary>
    internal Dictionary<int, string> Completed { get; } = [];

    /// <summary>Events that were accepted, by number, with an id of each acceptance.</summary>
    internal Dictionary<int, List<string>> Published { get; } = [];

    /// <summary>Ids of events that reached the target, with the instances that delivered them.</summary>
    internal Dictionary<string, HashSet<int>> Delivered { get; } = [];

    /// <summary>Attempts that were dispatched, by execution, with the instances that dispatched them.</summary>
    internal Dictionary<string, Dictionary<string, HashSet<int>>> Dispatched { get; } = [];

    /// <summary>Instances that lost what they worked on, since their lease was over.</summary>
    internal HashSet<int> Fenced { get; } = [];

    /// <summary>Instances that said that everything is done.</summary>
    internal HashSet<int> Done { get; } = [];

    /// <summary>Reads what was written since the last call. A line that was cut off by the kill was not promised.</summary>
    internal void Read(string directory)
    {
        foreach (string path in Directory.GetFiles(directory, "*.log"))
        {
            Read(path, int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture));
        }
    }

    private void Read(string path, int instance)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(_read.GetValueOrDefault(instance), SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        string text = reader.ReadToEnd();
        int end = text.LastIndexOf('\n') + 1;
        _read[instance] = _read.GetValueOrDefault(instance) + Encoding.UTF8.GetByteCount(text.AsSpan(0, end));
        foreach (string line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(line.Split(' ', 3), instance);
        }
    }

    private void Add(string[] line, int instance)
    {
        int Number() => int.Parse(line[1], CultureInfo.InvariantCulture);
        switch (line[0])
        {
            case "started":
                Started[Number()] = line[2];
                break;
            case "completed":
                Completed[Number()] = line[2];
                break;
            case "published":
                Published.TryAdd(Number(), []);
                Published[Number()].Add(line[2]);
                break;
            case "delivered":
                Delivered.TryAdd(line[1], []);
                Delivered[line[1]].Add(instance);
                break;
            case "dispatched":
                Dispatched.TryAdd(line[1], []);
                Dispatched[line[1]].TryAdd(line[2], []);
                Dispatched[line[1]][line[2]].Add(instance);
                break;
            case "fenced":
                Fenced.Add(instance);
                break;
            case "done":
                Done.Add(instance);
                break;
        }
    }
}
