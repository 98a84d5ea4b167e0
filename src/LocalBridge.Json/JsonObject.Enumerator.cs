using System.Collections;

namespace LocalBridge.Json;

public sealed partial class JsonObject
{
    /// <summary>Enumerates the members of a <see cref="JsonObject"/>.</summary>
    /// <remarks>Each thread needs an enumerator of its own.</remarks>
    public struct Enumerator : IEnumerator<KeyValuePair<string, JsonValue>>
    {
        private readonly JsonObject _object;
        private int _index;

        internal Enumerator(JsonObject members)
        {
            _object = members;
            _index = -1;
        }

        /// <summary>Gets the member at the current position.</summary>
        public readonly KeyValuePair<string, JsonValue> Current => new(_object._shape.Names[_index], _object._values[_index]);

        readonly object IEnumerator.Current => Current;

        /// <summary>Moves to the next member.</summary>
        /// <returns><see langword="false"/> after the last member.</returns>
        public bool MoveNext() => ++_index < _object._shape.Names.Length;

        /// <summary>Moves in front of the first member.</summary>
        public void Reset() => _index = -1;

        /// <summary>Does nothing: the enumerator holds no resource.</summary>
        public readonly void Dispose()
        {
        }
    }
}
