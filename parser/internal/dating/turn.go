package dating

// Turn returns the place of the only clock that runs against time, in seconds of one night in which
// an hour occurs twice. There the hour begins anew. It is -1 if none does, or several do.
func Turn(clocks []int, way Way) int {
	turn := -1
	for k := 1; k < len(clocks); k++ {
		if (clocks[k]-clocks[k-1])*int(way) >= 0 {
			continue
		}
		if turn >= 0 {
			return -1
		}
		turn = k
	}
	return turn
}
